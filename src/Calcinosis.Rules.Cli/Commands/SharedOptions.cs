using System.CommandLine;
using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Explanation.Rendering;

namespace Calcinosis.Rules.Cli.Commands;

/// <summary>Options that several commands have; made anew for each, since an option belongs to one command.</summary>
internal static class SharedOptions
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Markdown = "markdown";
    public const string Fhir = "fhir";

    private static readonly IReadOnlyList<CalcinosisType> Types = Enum.GetValues<CalcinosisType>();

    public static Option<string> Format(string description, params string[] formats) =>
        new Option<string>("--format", "-f")
        {
            Description = description,
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => formats[0],
        }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, formats);

    public static Option<DateOnly?> AsOf() => new("--as-of")
    {
        Description = "The day of the question, for a document that does not give one. Without it the latest date in the document is taken.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var value = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            result.AddError($"'{value}' is no date: write --as-of as year, month and day, such as 2026-10-31.");
            return null;
        },
    };

    public static Option<string> Type() =>
        new Option<string>("--type", "-t")
        {
            Description = $"The type to explain: {Wording.List([.. Types.Select(EnumNames.NameOf)], "or")}.",
            HelpName = "TYPE",
            Required = true,
        }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Types.Select(EnumNames.NameOf)]);

    /// <summary>A misspelt option would else be taken for a file, and the message would send the user the wrong way.</summary>
    public static void RefuseUnknownOptions(Argument argument, bool allowFiles) =>
        argument.Validators.Add(result =>
        {
            foreach (var value in result.Tokens.Select(token => token.Value))
            {
                if (value.Length > 1 && value[0] == '-' && !(allowFiles && File.Exists(value)))
                    result.AddError($"'{value}' is no option of this command.");
            }
        });

    public static CalcinosisType TypeNamed(string name) =>
        Types.First(type => string.Equals(EnumNames.NameOf(type), name, StringComparison.OrdinalIgnoreCase));

    public static bool Is(string? format, string name) => string.Equals(format, name, StringComparison.OrdinalIgnoreCase);
}
