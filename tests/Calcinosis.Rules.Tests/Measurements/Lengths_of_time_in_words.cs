using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Tests.Measurements;

public sealed class Lengths_of_time_in_words
{
    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(1, "1 day")]
    [InlineData(91, "91 days")]
    [InlineData(92, "3 months")]
    [InlineData(730, "23 months")]
    [InlineData(731, "2 years")]
    [InlineData(2861, "7 years")]
    public void A_lesion_is_never_said_to_be_older_than_is_known(int days, string words) => TimeWords.AtLeast(days).Should().Be(words);
}
