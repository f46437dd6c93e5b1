using System.Globalization;

namespace Calcinosis.Rules.Compare.Formulas;

/// <summary>A formula as a C# expression over a snapshot called <c>s</c>.</summary>
internal static class CSharpText
{
    public static string Of(Formula formula) => formula switch
    {
        Known { Kind: KnownKind.Finding } known => Text($"s.F[{known.Index}] == {known.Value}"),
        Known { Kind: KnownKind.RuleMet } known => Text($"s.M[{known.Index}]"),
        Known { Kind: KnownKind.RuleUnmet } known => Text($"s.U[{known.Index}]"),
        Known { Kind: KnownKind.Level } known => Text($"s.L[{known.Index}] >= {known.Value}"),
        Known known => Text($"s.C[{known.Index}]"),
        None none => $"!({Of(none.Part)})",
        Every { Parts.Count: 0 } => "true",
        Some { Parts.Count: 0 } => "false",
        Every every => string.Join(" && ", every.Parts.Select(part => $"({Of(part)})")),
        Some some => string.Join(" || ", some.Parts.Select(part => $"({Of(part)})")),
        AtLeastSo some => $"({string.Join(" + ", some.Parts.Select(part => $"(({Of(part)}) ? 1 : 0)"))}) >= {some.Count.ToString(CultureInfo.InvariantCulture)}",
        _ => throw new NotSupportedException(formula.GetType().Name),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
