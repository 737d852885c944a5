// The engines that the tests run in, and what a driver has to give.

import { chromium, firefox } from "./drivers/puppeteer.mjs";
import { webkit } from "./drivers/webkit.mjs";

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {() => string | undefined} missing what this machine lacks to run it
 * @property {(options: { folder: string, dark: boolean }) => Promise<Browser>} start `folder` is where files are saved,
 *   `dark` is what the reader's system prefers
 *
 * @typedef {object} Browser
 * @property {string} version
 * @property {string} folder
 * @property {() => Promise<Tab> | Tab} tab
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Tab
 * @property {(address: string, size: { width: number, height: number }) => Promise<void>} open
 * @property {(work: Function, ...values: unknown[]) => Promise<any>} evaluate runs a function in the page
 * @property {(x: number, y: number) => Promise<void>} move moves the pointer, in pixels of the viewport
 * @property {(x: number, y: number) => Promise<void>} click presses and releases it there
 * @property {(key: string, held?: string) => Promise<void>} press a key by its name in the standard, while another is held
 * @property {() => Promise<string[]>} console errors and warnings so far
 * @property {() => Promise<Uint8Array>} screenshot the viewport as PNG
 * @property {(() => Promise<Uint8Array>) | undefined} print the page as PDF, where the driver can
 * @property {(() => Promise<() => Promise<number>> | undefined) | undefined} clock a clock that goes while the main thread of the
 *   page works, in milliseconds, where the browser has one
 * @property {() => Promise<void>} close
 */

/** @type {Engine[]} */
export const ENGINES = [chromium, firefox, webkit];
