import { renderHTML } from "county-chains/static";
import { CountyChains } from "./CountyChains";

/** Rendered anew for each request, so that the address may choose the tiers: /?tiers=1~3 */
export default async function Page({ searchParams }: { searchParams: Promise<{ tiers?: string }> }) {
  const asked = (await searchParams).tiers ?? "1~2";
  const tiers = /^[1-4](~[1-4])*$/.test(asked) ? asked.replaceAll("~", " ") : "1 2";
  const twin = renderHTML({ chart: "shares", tiers, lang: "en" });
  return (
    <main>
      <h1>county-chains with Next.js</h1>
      <CountyChains chart="shares" tiers={tiers} lang="en" twin={twin} />
      <p id="below">What stands below does not move when the widget takes over.</p>
    </main>
  );
}
