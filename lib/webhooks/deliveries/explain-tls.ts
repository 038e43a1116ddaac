import type { FailureExplanation } from "./failure-explanation";

type Place = { hostname: string; port: string; zone: string };
type Explain = (place: Place, about: string) => FailureExplanation;

/** Why no secure connection came about. `detail` is a code of Node or OpenSSL, and after a colon what it is about. */
export function explainTls(place: Place, detail: string): FailureExplanation {
  const about = detail.split(/: (.*)/s)[1] ?? "";
  const [, explain] = reasons.find(([pattern]) => pattern.test(detail)) ?? [];
  return (
    explain?.(place, about) ?? {
      happened: `We could not agree on a secure connection (${detail}).`,
      advice: [speakTls],
    }
  );
}

const speakTls = "Check that the port speaks TLS 1.2 or newer.";

const expired: Explain = ({ zone }, about) => {
  const moment = Date.parse(about);
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone });
  const when = Number.isNaN(moment) ? "" : ` on ${day.format(moment)}`;
  return { happened: `Its certificate expired${when}.`, advice: ["Renew it."] };
};

const otherName: Explain = ({ hostname }, about) => {
  const names = about.replaceAll(/DNS:|IP Address:/g, "");
  return {
    happened: `Its certificate is for another name${names ? `: ${names}` : ""}.`,
    advice: [`Add ${hostname} to the certificate.`],
  };
};

/** The first that fits. */
const reasons: [RegExp, Explain][] = [
  [/^CERT_HAS_EXPIRED/, expired],
  [/^ERR_TLS_CERT_ALTNAME_INVALID/, otherName],
  [
    /^CERT_NOT_YET_VALID/,
    () => ({
      happened: "Its certificate is not valid yet.",
      advice: ["Check the certificate's dates, and the clock of the machine that made it."],
    }),
  ],
  [
    /^CERT_REVOKED/,
    () => ({ happened: "Its certificate was revoked.", advice: ["Install a new certificate."] }),
  ],
  [
    /SELF_SIGNED/,
    () => ({
      happened: "Its certificate is signed by nobody we know.",
      advice: ["Use a certificate of a public authority, such as Let's Encrypt."],
    }),
  ],
  [
    /^UNABLE_TO_(VERIFY|GET_ISSUER)/,
    () => ({
      happened: "Its certificate comes without the chain that leads to an authority we know.",
      advice: ["Install the full chain (often fullchain.pem).", "Use a certificate of a public authority."],
    }),
  ],
  [
    /wrong.version.number|packet.length.too.long|http.request/i,
    ({ port }) => ({
      happened: `What listens on port ${port} does not speak TLS.`,
      advice: ["Check the port in the URL; https is mostly on 443.", "Let your proxy end TLS there."],
    }),
  ],
  [
    /protocol.version|unsupported.protocol/i,
    () => ({ happened: "It speaks only an old version of TLS.", advice: ["Switch on TLS 1.2 or 1.3."] }),
  ],
  [
    /unrecognized.name/i,
    ({ hostname }) => ({
      happened: `The server knows no site named ${hostname}.`,
      advice: [`Add ${hostname} to the server's or proxy's configuration.`],
    }),
  ],
  [
    /certificate.required|bad.certificate/i,
    () => ({
      happened: "It asks for a client certificate, and we send none.",
      advice: ["Take this path out of mutual TLS; the signature tells that it is us."],
    }),
  ],
];
