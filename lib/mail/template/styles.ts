/** The portal's light colours as hex, which every mail program knows. */
const color = {
  canvas: "#f7f4ee",
  surface: "#fefdfa",
  line: "#e2ded7",
  ink: "#19212b",
  ink2: "#49515b",
  ink3: "#5e6670",
  accent: "#0c5186",
  onAccent: "#fdfcf9",
};
const sans = "'Hanken Grotesk', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const serif = "Newsreader, Georgia, 'Times New Roman', serif";

export const styles = {
  body: {
    backgroundColor: color.canvas,
    color: color.ink,
    fontFamily: sans,
    margin: "0",
    padding: "24px 8px",
  },
  sheet: {
    backgroundColor: color.surface,
    border: `1px solid ${color.line}`,
    borderRadius: "10px",
    maxWidth: "560px",
    padding: "28px 28px 20px",
  },
  sender: { color: color.ink2, fontFamily: serif, fontSize: "17px", lineHeight: "22px", margin: "0 0 14px" },
  title: { fontFamily: serif, fontSize: "26px", fontWeight: "500", lineHeight: "32px", margin: "0 0 12px" },
  text: { fontSize: "16px", lineHeight: "24px", margin: "0 0 12px" },
  section: { borderTop: `1px solid ${color.line}`, padding: "14px 0 12px" },
  heading: {
    fontFamily: serif,
    fontSize: "19px",
    fontWeight: "500",
    lineHeight: "24px",
    margin: "0 0 6px",
  },
  label: {
    color: color.ink3,
    fontSize: "14px",
    lineHeight: "22px",
    paddingRight: "12px",
    verticalAlign: "top",
    width: "96px",
  },
  value: { fontSize: "15px", lineHeight: "22px", verticalAlign: "top" },
  button: {
    backgroundColor: color.accent,
    borderRadius: "6px",
    color: color.onAccent,
    fontSize: "16px",
    fontWeight: "600",
    padding: "11px 18px",
  },
  rule: { borderColor: color.line, margin: "8px 0 12px" },
  closing: { color: color.ink2, fontSize: "14px", lineHeight: "21px", margin: "0" },
} as const;
