/** What a page did not find; the house stays around it. */

export { NoSuchPage as default } from "#components/layout/no-such-page.tsx";
