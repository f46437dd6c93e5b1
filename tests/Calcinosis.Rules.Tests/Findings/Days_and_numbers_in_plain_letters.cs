using System.Globalization;
using System.Text;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.Tests.Findings;

/// <summary>What nearly all documents write is read straight from the letters; it must come out as the general readers read it.</summary>
public sealed class Days_and_numbers_in_plain_letters
{
    [Fact]
    public void Numbers_come_out_digit_for_digit()
    {
        string[] numbers = ["8", "8.4", "8.40", "0.5", "0.050", "10", "100.000", "123456789012345678", "1234567890.1234567", "0.0000000000000001", "999999999999999999"];
        foreach (var text in numbers)
        {
            PlainText.TryNumber(Encoding.UTF8.GetBytes(text), out var number).Should().BeTrue(text);
            decimal.GetBits(number).Should().Equal(decimal.GetBits(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)), text);
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1E-3")]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("1234567890123456789")] // 19 digits
    public void Numbers_written_otherwise_are_left_to_the_general_reader(string text)
    {
        PlainText.TryNumber(Encoding.UTF8.GetBytes(text), out _).Should().BeFalse();

        FindingsJson.Read($$"""{"schema":"calcinosis-findings/1","labs":[{"analyte":"phosphate","value":{{text}},"unit":"mg/dL"}]}""").Document!.Labs[0].Value
            .Should().Be(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-10-31", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("0001-01-01", true)]
    [InlineData("9999-12-31", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("0000-01-01", false)]
    [InlineData("2026-13-01", false)]
    [InlineData("2026-00-10", false)]
    [InlineData("2026-10-32", false)]
    [InlineData("2026-10-00", false)]
    [InlineData("2026/10/31", false)]
    [InlineData("20261-0-31", false)]
    [InlineData("+026-10-31", false)]
    [InlineData("2026-1 -31", false)]
    public void A_day_is_read_exactly_when_the_general_reader_reads_it(string text, bool isDay)
    {
        PlainText.TryDay(Encoding.UTF8.GetBytes(text), out var day).Should().Be(isDay);
        PartialDate.TryParse(text, out var general).Should().Be(isDay);
        day.Should().Be(general);
    }

    [Fact]
    public void A_name_or_a_word_written_with_escapes_is_the_same_name()
    {
        var read = FindingsJson.Read("""{"schema":"calcinosis-findings\/1","l\u0061bs":[{"analyte":"phosph\u0061te","interpretation":"h\u0069gh","takenOn":"2026\u002d10-31","from":"\/labs\/0"}]}""");

        read.Issues.Should().BeEmpty();
        read.NotUnderstood.Should().BeEmpty();
        read.Document!.Labs.Should().ContainSingle().Which.Should().BeEquivalentTo(new LabResult
        {
            Analyte = "phosphate",
            Interpretation = LabInterpretation.High,
            TakenOn = PartialDate.Day(2026, 10, 31),
            From = "/labs/0",
        });
    }
}
