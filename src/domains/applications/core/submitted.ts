/** What the log keeps of a submission, so that an outsider can count deadlines and figures from the log alone; codes and counts only. */
export function submittedFacts(
  application: { serviceCode: string; channel: string; districtCode: string | null; definitionId: string },
  limits: { days: number; intakeOfficeHours: number },
  counted?: { asked: number; prefilled: number; disputed: number; received?: string },
): Record<string, string | number> {
  const { serviceCode, channel, districtCode, definitionId } = application
  return {
    service: serviceCode, channel, definition: definitionId, days: limits.days, intakeHours: limits.intakeOfficeHours, ...counted,
    ...(districtCode === null ? {} : { district: districtCode }),
  }
}
