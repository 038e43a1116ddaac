import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeCookie } from "@/components/shell/theme";
import { fontFaces } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Opencals Webhooks", template: "%s · Opencals Webhooks" },
  robots: { index: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A cookie, so that the server draws the chosen theme and nothing flashes; without it the system decides.
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <html
      lang="en"
      className={fontFaces}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  );
}
