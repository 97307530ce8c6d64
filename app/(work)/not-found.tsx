/** What a page did not find; the house stays around it. */

import { NoSuchPage } from "#components/layout/no-such-page.tsx";

export default function WorkNotFound() {
  return <NoSuchPage />;
}
