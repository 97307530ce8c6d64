/** Of a household that left the register, or was never on it, a form is not filled; it may ask for one of these states alone. */
export const ON_REGISTER = ["POOR", "PRE_EXIT", "EXITED", "RETURNED"] as const;
