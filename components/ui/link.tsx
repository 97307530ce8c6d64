/** Links that do not fetch ahead: a list of fifty rows must not ask for fifty pages. */

import NextLink from "next/link";
import type { ComponentProps } from "react";

export default function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
