using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Tests.Vocabulary;

/// <summary>Names that were looked up before are found by a few of their letters; that must never change what they mean.</summary>
public sealed class Names_come_again
{
    [Fact]
    public void Every_code_of_the_vocabulary_means_its_own_term()
    {
        foreach (var term in ClinicalVocabulary.Default.Terms.Where(term => term.Kind != TermKind.Site))
            ClinicalVocabulary.Default.Resolve(term.Kind, term.Code, null, null).Terms.Should().ContainSingle().Which.Term.Should().BeSameAs(term);
    }

    [Fact]
    public void Names_that_agree_in_the_letters_that_are_looked_at_stay_apart()
    {
        var memo = new Memo<string>();
        var names = Enumerable.Range(0, 8).Select(number => $"some{(char)('a' + number)}thing quite alike at both of its ends").ToArray();
        foreach (var name in names)
            memo.Put(name, "meaning of " + name);

        names.Select(name => memo.Find(name)).Should().Equal(names.Select(name => "meaning of " + name));
        memo.Find("somezthing quite alike at both of its ends").Should().BeNull();
    }

    [Fact]
    public void One_code_of_two_systems_has_two_meanings()
    {
        var memo = new Memo<string>();
        memo.Put("L94.2", "in one system", "a");
        memo.Put("L94.2", "in another", "b");

        (memo.Find("L94.2", "a"), memo.Find("L94.2", "b"), memo.Find("L94.2")).Should().Be(("in one system", "in another", (string?)null));
    }

    [Fact]
    public void What_was_put_first_stays_and_long_names_are_not_kept()
    {
        var memo = new Memo<string>();
        memo.Put("name", "first");
        memo.Put("name", "second");
        memo.Put(new string('x', 121), "too long");

        (memo.Find("name"), memo.Find(new string('x', 121))).Should().Be(("first", (string?)null));
    }

    [Fact]
    public void There_is_an_end_to_what_is_kept_and_to_names_that_share_a_place()
    {
        var memo = new Memo<string>();
        for (var number = 0; number < 100_000; number++)
            memo.Put($"name {number}", "meaning");
        var alike = new Memo<string>();
        foreach (var (first, second) in from first in Enumerable.Range(0, 26) from second in Enumerable.Range(0, 26) select (first, second))
            alike.Put($"same{(char)('a' + first)}{(char)('a' + second)}{new string('-', 50)}", "meaning");

        Enumerable.Range(0, 100_000).Count(number => memo.Find($"name {number}") is not null).Should().BeInRange(20_000, 32_768);
        (from first in Enumerable.Range(0, 26) from second in Enumerable.Range(0, 26) select alike.Find($"same{(char)('a' + first)}{(char)('a' + second)}{new string('-', 50)}"))
            .Count(meaning => meaning is not null).Should().Be(8, "they agree in length, ends and middle");
    }

    [Fact]
    public void Many_threads_may_ask_and_remember_at_once()
    {
        var memo = new Memo<string>();
        Parallel.For(0, 20_000, number =>
        {
            var name = $"name {number % 2000}";
            if (memo.Find(name) is { } known)
                known.Should().Be("meaning of " + name);
            else
                memo.Put(name, "meaning of " + name);
        });

        Enumerable.Range(0, 2000).Count(number => memo.Find($"name {number}") == $"meaning of name {number}").Should().BeGreaterThan(1900);
    }
}
