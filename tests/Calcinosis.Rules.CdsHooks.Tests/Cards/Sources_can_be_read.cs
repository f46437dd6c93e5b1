using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.CdsHooks.Tests.Cards;

public sealed class Sources_can_be_read
{
    [Theory]
    [InlineData("ct:2", "https://pubmed.ncbi.nlm.nih.gov/28846311/")]
    [InlineData("ct:11", "https://pmc.ncbi.nlm.nih.gov/articles/PMC5500288/")]
    [InlineData("ct:10", "https://doi.org/10.1001/archdermatol.2011.2052")]
    public void A_citation_with_a_number_has_a_link(string id, string link) =>
        Citations.Find(id)!.Link.Should().Be(new Uri(link));

    [Fact]
    public void Of_several_publications_the_first_one_counts()
    {
        var citation = Citations.Find("ct:81")!;

        citation.Text.Should().Contain("; ");
        citation.Short.Should().Be("Nigwekar SU et al. N Engl J Med 2018;378:1704");
        citation.Link.Should().BeNull("the number in the citation is that of another publication");
    }

    [Fact]
    public void A_citation_without_a_number_has_none() => Citations.Find("ct:25")!.Link.Should().BeNull();

    [Theory]
    [InlineData("policy")]
    [InlineData("ct:9999")]
    [InlineData("")]
    public void What_is_no_publication_is_not_found(string id) => Citations.Find(id).Should().BeNull();
}
