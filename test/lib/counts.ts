export interface Counts {
  passed: number;
  failed: number;
}

/** A run that left no report has failed: it must not read as nothing to do. */
function counted(read: () => string, take: (report: Record<string, unknown>) => Counts): Counts {
  try {
    const counts = take(JSON.parse(read()) as Record<string, unknown>);
    return counts.passed + counts.failed > 0 ? counts : { passed: 0, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Counts of Vitest's JSON report. A file that did not load counts as one failure. */
export const vitestCounts = (read: () => string): Counts =>
  counted(read, (report) => {
    const files = report["testResults"] as { status: string; assertionResults: { status: string }[] }[];
    const broken = files.filter(
      (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
    ).length;
    return { passed: Number(report["numPassedTests"]), failed: Number(report["numFailedTests"]) + broken };
  });

/** Counts of Playwright's JSON report. A test that passed only when it was tried again counts as passed; `again` hears how many. */
export const playwrightCounts = (read: () => string, again: (tests: number) => void): Counts =>
  counted(read, (report) => {
    const stats = report["stats"] as { expected: number; unexpected: number; flaky: number };
    const errors = (report["errors"] as unknown[]).length;
    again(stats.flaky);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors };
  });
