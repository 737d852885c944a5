"use client";

import type { CountyChainsAttributes } from "county-chains/react";
import { useEffect } from "react";

/** The tag with its twin, which the server has written. The widget takes its place once it is there. */
export function CountyChains({ twin, ...attributes }: CountyChainsAttributes & { twin: string }) {
  useEffect(() => void import("county-chains"), []);
  return <county-chains {...attributes} dangerouslySetInnerHTML={{ __html: twin }} />;
}
