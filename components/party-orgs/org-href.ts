/** The page of an organization: of today, or of the past day that is looked at. */
export const orgHref = (id: number, on: string | null) => (on ? `/orgs/${id}?on=${on}` : `/orgs/${id}`);
