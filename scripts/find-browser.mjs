/** The Chromium that stories and screenshots run in: the system's, Playwright's own, or one that is installed now. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Failure } from "./launch/failure.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const asRoot = process.getuid?.() === 0;

/** How to launch it; quiet on the network, and without the sandbox where root forbids it. */
export const browserArguments = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  ...(asRoot ? ["--no-sandbox"] : []),
];

/** The path of an installed browser; BROWSER_PATH decides where it is set. Undefined when there is none. */
export function findBrowser() {
  if (process.env.BROWSER_PATH) return process.env.BROWSER_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** As `findBrowser`, but installs one where there is none: by apt as root on Debian and its kin, else Playwright's own. */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (asRoot && hasApt()) {
    console.log("No browser is installed: installing chromium by apt.");
    for (const words of [
      ["update", "-q"],
      ["install", "-qy", "--no-install-recommends", "chromium"],
    ]) {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      spawnSync("apt-get", words, { env, stdio: ["ignore", "ignore", "inherit"] });
    }
  }
  if (!findBrowser()) {
    console.log("No browser is installed: installing Playwright's own chromium.");
    spawnSync("npx", ["playwright", "install", "chromium"], {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
  }
  const installed = findBrowser();
  if (!installed)
    throw new Failure("No browser could be installed: install Chromium, or set BROWSER_PATH to one.");
  return installed;
}

function hasApt() {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
