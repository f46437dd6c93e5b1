using System.Reflection;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Quality.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Conventions;

/// <summary>Read from what the compiled core and the FHIR reader refer to: what is not referred to cannot be called.</summary>
public sealed class The_answer_depends_on_the_findings_alone
{
    private static readonly Assembly[] Pure = [Libraries.Core, typeof(FhirFindings).Assembly];
    private static readonly string[] Numbers = ["System.Decimal", "System.Double", "System.Single", "System.Int32", "System.Int64", "System.DateOnly", "System.DateTime", "System.DateTimeOffset", "System.TimeSpan"];

    [Fact]
    public void No_clock_is_read() =>
        Calls(call => (call.Type is "System.DateTime" or "System.DateTimeOffset" && call.Name is "get_Now" or "get_UtcNow" or "get_Today")
            || call.Type is "System.Diagnostics.Stopwatch" || (call.Type is "System.TimeProvider" && call.Name == "get_System") || (call.Type is "System.Environment" && call.Name.StartsWith("get_TickCount", StringComparison.Ordinal)))
            .Should().BeEmpty("the day of the question comes in as an argument");

    [Fact]
    public void Nothing_is_left_to_chance() =>
        Calls(call => call.Type is "System.Random" or "System.Security.Cryptography.RandomNumberGenerator" || (call.Type is "System.Guid" && call.Name is "NewGuid" or "CreateVersion7"))
            .Should().BeEmpty();

    [Fact]
    public void Numbers_and_dates_are_printed_and_read_without_the_culture_of_the_machine() =>
        Calls(call => (Numbers.Contains(call.Type) && ((call.Name == "ToString" && !call.ParameterTypes.Contains("IFormatProvider", StringComparison.Ordinal))
                || (call.Name is "Parse" or "TryParse" && !call.ParameterTypes.Contains("IFormatProvider", StringComparison.Ordinal))))
            || (call.Type == "System.Convert" && call.Name.StartsWith("To", StringComparison.Ordinal) && call.ParameterTypes == "String")
            || (call.Type == "System.String" && call.Name == "Format" && !call.ParameterTypes.Contains("IFormatProvider", StringComparison.Ordinal)))
            .Should().BeEmpty();

    [Fact]
    public void Texts_are_compared_by_their_characters_and_not_by_the_language_of_the_machine() =>
        Calls(call => (call.Type == "System.String" && call.Name is "ToUpper" or "ToLower" && call.Parameters == 0)
            || (call.Type == "System.String" && call.Name is "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" && call.ParameterTypes == "String")
            || (call.Type == "System.String" && call.Name is "Compare" or "CompareTo" && !call.ParameterTypes.Contains("StringComparison", StringComparison.Ordinal))
            || (call.Type == "System.StringComparer" && call.Name is "get_CurrentCulture" or "get_CurrentCultureIgnoreCase")
            || (call.Type == "System.Globalization.CultureInfo" && call.Name is "get_CurrentCulture" or "get_CurrentUICulture"))
            .Should().BeEmpty();

    [Fact]
    public void Nothing_is_read_from_or_written_to_the_machine()
    {
        string[] forbidden = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Console", "System.Environment", "System.Diagnostics.Process", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket"];

        foreach (var assembly in Pure)
            CalledMember.TypesOf(assembly).Should().NotContain(type => forbidden.Contains(type) && type != "System.Environment").And.NotContain(type => type.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal));
        Calls(call => call.Type == "System.Environment" && call.Name is not "get_ProcessorCount" and not "get_NewLine" and not "get_CurrentManagedThreadId").Should().BeEmpty("only the number of processors may be asked for, which sets how many patients are worked on at a time");
    }

    [Fact]
    public void The_check_itself_sees_calls() =>
        CalledMember.Of(typeof(The_answer_depends_on_the_findings_alone).Assembly).Should().Contain(call => call.Type == "System.String" && call.Name == "StartsWith");

    private static IEnumerable<string> Calls(Func<CalledMember, bool> forbidden) =>
        Pure.SelectMany(assembly => CalledMember.Of(assembly).Where(forbidden).Select(call => $"{assembly.GetName().Name}: {call}"));
}
