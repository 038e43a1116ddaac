"use client";

import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { themeCookie, type Theme } from "./theme";

const icon = { "aria-hidden": true, className: "size-4", strokeWidth: 1.5 } as const;
const options = [
  { value: "light" as const, label: "Light", icon: <Sun {...icon} /> },
  { value: "dark" as const, label: "Dark", icon: <Moon {...icon} /> },
  { value: "system" as const, label: "As the system", icon: <Monitor {...icon} /> },
];

/** `chosen` is what the cookie said when the page was drawn. */
export function ThemeSwitch({ chosen, className }: { chosen: Theme; className: string }) {
  const [theme, setTheme] = useState(chosen);
  const choose = (next: Theme) => {
    setTheme(next);
    document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  return (
    <Menu
      label="Change theme"
      trigger={<Contrast {...icon} className="size-4 [&_path]:fill-current" />}
      triggerClassName={className}
      align="end"
    >
      <MenuChoice value={theme} onChoose={choose} options={options} />
    </Menu>
  );
}
