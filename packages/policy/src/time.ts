const form = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** ISO 8601 in UTC with milliseconds: the one form in which text order is order in time. */
export const isInstant = (text: unknown): text is string => typeof text === "string" && form.test(text);

/** Whether a moment is reached: at the moment itself it is. */
export const isPast = (moment: string, at: string): boolean => moment <= at;
