using Microsoft.Extensions.Options;

namespace Calcinosis.Rules;

/// <summary>Refuses settings that do not exist, at start-up rather than at the first patient.</summary>
internal sealed class CalcinosisRulesOptionsValidator : IValidateOptions<CalcinosisRulesOptions>
{
    public static string? Problem(CalcinosisRulesOptions options) =>
        Enum.IsDefined(options.TumoralCalcinosis)
            ? null
            : $"TumoralCalcinosis is {((int)options.TumoralCalcinosis).ToString(System.Globalization.CultureInfo.InvariantCulture)}; expected {nameof(TumoralCalcinosisPolicy.Convention)} or {nameof(TumoralCalcinosisPolicy.Mechanism)}.";

    public ValidateOptionsResult Validate(string? name, CalcinosisRulesOptions options) =>
        Problem(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
