using System.Text;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

/// <summary>docs/examples.md shows what the shipped patients get, word for word.</summary>
public sealed class The_examples_are_current
{
    private const string Page = "docs/examples.md";

    private static readonly (string Sample, string Title, string Words)[] Examples =
    [
        ("systemic-sclerosis-fingers", "Dystrophic", "A woman with limited systemic sclerosis and chalky fingertip nodules. The disease, its usual place and calcium on the film carry the type; normal calcium and phosphate speak against a mineral disorder."),
        ("uraemic-shoulder-mass", "Metastatic", "A man on dialysis with a painless mass at a shoulder. High phosphate at the time, a cause for it and a place around a joint carry the type."),
        ("scrotal-nodules", "Idiopathic", "Painless scrotal nodules for years, calcium in the dermis without a cyst wall, normal minerals, and neither damage, exposure nor disease where each was asked for. Only so is \"no cause\" more than a guess."),
        ("infant-calcium-infusion", "Iatrogenic", "A newborn with a nodule where calcium ran into a vein twelve days before. Agent, place and time fit, and the film shows calcium."),
        ("dialysis-calciphylaxis", "Calciphylaxis", "A woman on dialysis and warfarin with very painful dying skin. The red flags stand first, whatever else is said."),
    ];

    [Fact]
    public void The_page_shows_what_the_samples_get()
    {
        var expected = Write();
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(Repository.PathOf(Page), expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        Repository.Read(Page).Should().Be(expected, "the page is renewed with UPDATE_APPROVED=1");
    }

    [Fact]
    public void Every_sample_is_shown() =>
        Directory.GetFiles(Repository.PathOf("samples/patients"), "*.json").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Examples.Select(example => example.Sample));

    private static string Write()
    {
        var page = new StringBuilder("""
            # One patient of every type

            Made by the tests from `samples/patients`; do not edit. Each text is what `calcinosis classify` prints for the file. The same assessment comes as JSON with
            `--format json`, as Markdown with `--format markdown` and as FHIR with `--format fhir`.

            """.ReplaceLineEndings("\n"));
        foreach (var (sample, title, words) in Examples)
        {
            var text = new CalcinosisClassifier().ClassifyJson(Repository.ReadBytes($"samples/patients/{sample}.json")).ToText();
            page.Append('\n').Append("## ").Append(title).Append("\n\n").Append(words).Append(" Findings: [").Append(sample).Append(".json](../samples/patients/").Append(sample).Append(".json).\n\n```text\n")
                .Append(text.ReplaceLineEndings("\n").TrimEnd()).Append("\n```\n");
        }

        return page.ToString();
    }
}
