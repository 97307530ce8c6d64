// A reason not to start that an operator can act on: its sentence is printed as it is, without a stack.
export class StartProblem extends Error {
  override name = "StartProblem";
}
