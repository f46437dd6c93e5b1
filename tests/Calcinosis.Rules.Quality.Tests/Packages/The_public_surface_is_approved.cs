using Calcinosis.Rules.Quality.Tests.Support;
using Calcinosis.Rules.Tests.Support;
using PublicApiGenerator;

namespace Calcinosis.Rules.Quality.Tests.Packages;

/// <summary>Everything that a caller can see stands in a text that is reviewed. A change to it is a decision, and shows in the diff.</summary>
public sealed class The_public_surface_is_approved
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string> Names => Libraries.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_every_library(string library) => Approved.Verify(Libraries.Named(library).GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n", library);

    [Fact]
    public void No_library_is_forgotten() =>
        Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)!)
            .Except(["Calcinosis.Rules.Cli", "Calcinosis.Rules.NRules"]).Should().BeEquivalentTo(Libraries.All.Select(library => library.GetName().Name), "the tool has no public surface, and the NRules package is only built where NRules can be had");
}
