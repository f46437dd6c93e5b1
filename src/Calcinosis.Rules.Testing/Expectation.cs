using System.Globalization;
using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using FluentAssertions.Execution;

namespace Calcinosis.Rules.Testing;

/// <summary>Reports an expectation that does not hold, with what came near.</summary>
internal static class Expectation
{
    public static void Holds(bool condition, Func<string> expected, Func<string> found, string because, object[] becauseArgs)
    {
        if (!condition)
            Fail(expected(), found(), "", because, becauseArgs);
    }

    public static void Holds(
        bool condition, Func<string> expected, Func<string> found, Assessment? assessment, LesionAssessment? lesion, CalcinosisType? type, string because, object[] becauseArgs)
    {
        if (!condition)
            Fail(expected(), found(), NearMiss.Describe(assessment, lesion, type), because, becauseArgs);
    }

    /// <summary>The texts of an assessment may hold braces, so nothing of them passes through a format string.</summary>
    private static void Fail(string expected, string found, string nearMiss, string because, object[] becauseArgs)
    {
        var message = new StringBuilder("Expected ").Append(expected);
        if (because.Length > 0)
        {
            var reason = becauseArgs.Length == 0 ? because : string.Format(CultureInfo.InvariantCulture, because, becauseArgs);
            message.Append(reason.StartsWith("because", StringComparison.OrdinalIgnoreCase) ? " " : " because ").Append(reason);
        }

        message.Append(", but ").Append(found).Append('.');
        if (nearMiss.Length > 0)
            message.AppendLine().Append(nearMiss);
        AssertionScope.Current.AddPreFormattedFailure(message.ToString());
    }
}
