/** Plain CSS. Without this file Next would take the one of the folder above. */
const config = { plugins: {} };

export default config;
