/** Ctrl K for the moment before our scripts have come: it puts the focus into the search field of the bar, where nothing typed is lost. */

import { headers } from "next/headers";

const KEEP = `document.addEventListener("keydown",function(e){
if(e.isComposing||e.defaultPrevented||!(e.ctrlKey||e.metaKey)||e.key.toLowerCase()!=="k")return;
var f=document.getElementById("search-field");
if(f?.offsetParent){e.preventDefault();f.asked=true;f.focus()}})`;

export async function EarlyKeys() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {KEEP}
    </script>
  );
}
