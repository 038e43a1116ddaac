import "@fontsource-variable/bricolage-grotesque/wght.css";
import "@fontsource-variable/figtree/wght.css";
import "./styles/base.css";
import "./styles/services.css";
import "./styles/panel.css";
import "./styles/checkout.css";
import "./styles/pages.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "~/components/site-footer";
import { SiteHeader } from "~/components/site-header";
import { brand } from "~/lib/brand";

export const metadata: Metadata = {
  title: { default: brand.name, template: `%s at ${brand.name}` },
  description: brand.line,
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf4ee" },
    { media: "(prefers-color-scheme: dark)", color: "#1f1512" },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip" href="#main">
          Skip to content
        </a>
        <SiteHeader />
        {children}
        <SiteFooter />
      </body>
    </html>
  );
}
