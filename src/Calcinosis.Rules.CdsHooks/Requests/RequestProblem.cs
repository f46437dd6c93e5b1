namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>Something wrong with what a client sent.</summary>
/// <param name="Code">FHIR issue type: <c>required</c>, <c>value</c>, <c>structure</c> ...</param>
/// <param name="Path">Where, such as <c>context.patientId</c>; empty is the whole body.</param>
/// <param name="Text">What was found in kind, what was expected. Never a value of the patient.</param>
internal sealed record RequestProblem(string Code, string Path, string Text)
{
    public static RequestProblem Required(string path, string expected) => new("required", path, $"'{path}' is missing; expected {expected}.");

    public static RequestProblem Value(string path, string expected) => new("value", path, $"'{path}' is not as expected; expected {expected}.");
}
