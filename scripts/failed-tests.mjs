/** What failed, from the JSON reports of Vitest and Playwright: a line each with the file, the title, and the error's first line. */
export const failedTests = (report) => (report.testResults ? ofVitest(report) : ofPlaywright(report));

const ofVitest = ({ testResults }) =>
  testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [line(file, "the file itself", message)];
    return failed.map(({ fullName, failureMessages }) => line(file, fullName, failureMessages[0]));
  });

const ofPlaywright = ({ suites }) =>
  suites.flatMap(({ specs, suites = [] }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        line(file, title, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message),
      ),
    ...ofPlaywright({ suites }),
  ]);

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

const line = (file, title, message = "") =>
  `${file.split(/[\\/]/).slice(-2).join("/")} › ${title}: ${message.replace(colours, "").trim().split("\n")[0]}`;
