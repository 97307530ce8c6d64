/** Puts what was typed back into a form that has been emptied. */

export function typeAgain(form: HTMLFormElement, typed: FormData) {
  const left = new Map<string, FormDataEntryValue[]>();
  for (const name of new Set(typed.keys())) left.set(name, typed.getAll(name));

  for (const control of form.elements) {
    if (control instanceof HTMLInputElement) putBack(control, left);
    else if (control instanceof HTMLTextAreaElement)
      control.value = nextText(left, control.name) ?? control.value;
    else if (control instanceof HTMLSelectElement) {
      const chosen = left.get(control.name) ?? [];
      for (const option of control.options) option.selected = chosen.includes(option.value);
    }
  }
}

function putBack(input: HTMLInputElement, left: Map<string, FormDataEntryValue[]>) {
  if (input.type === "checkbox" || input.type === "radio") {
    input.checked = (left.get(input.name) ?? []).includes(input.value);
  } else if (input.type === "file") {
    const files = new DataTransfer();
    for (const file of left.get(input.name) ?? [])
      if (file instanceof File && file.name) files.items.add(file);
    input.files = files.files;
  } else if (input.type !== "hidden" && input.type !== "submit") {
    input.value = nextText(left, input.name) ?? input.value;
  }
}

/** Several fields may share a name: each takes its own turn. */
function nextText(left: Map<string, FormDataEntryValue[]>, name: string): string | undefined {
  const value = left.get(name)?.shift();
  return typeof value === "string" ? value : undefined;
}
