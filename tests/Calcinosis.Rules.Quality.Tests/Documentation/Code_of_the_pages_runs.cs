using System.Reflection;
using System.Runtime.Loader;
using Calcinosis.Rules.Quality.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

/// <summary>
/// Every C# block is compiled as the body of a method and run. What a page takes as given (a classifier, a container, an application) is declared here; a
/// block may declare its own.
/// </summary>
public sealed class Code_of_the_pages_runs
{
    private const string Given =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using Calcinosis.Rules;
        using Calcinosis.Rules.CdsHooks;
        using Calcinosis.Rules.Classification;
        using Calcinosis.Rules.Explanation;
        using Calcinosis.Rules.Explanation.Json;
        using Calcinosis.Rules.Explanation.Rendering;
        using Calcinosis.Rules.Fhir;
        using Calcinosis.Rules.Fhir.Firely;
        using Calcinosis.Rules.Findings;
        using Calcinosis.Rules.Findings.Json;
        using Calcinosis.Rules.Testing;
        using Calcinosis.Rules.Workbench;
        using FluentAssertions;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Xunit;

        public static class Page
        {
            private static readonly CalcinosisClassifier classifier = new();
            private static readonly IServiceCollection services = new ServiceCollection();
            private static readonly WebApplicationBuilder builder = WebApplication.CreateBuilder();
            private static readonly WebApplication app = Application();
            private static readonly byte[] bytes = File.ReadAllBytes("samples/fhir/dialysis-calciphylaxis.json");
            private static readonly byte[] json = File.ReadAllBytes("samples/patients/systemic-sclerosis-fingers.json");
            private static readonly Assessment assessment = classifier.ClassifyJson(json);

            private static WebApplication Application()
            {
                var own = WebApplication.CreateBuilder();
                own.Services.AddCalcinosisCdsHooks(options => options.DevelopmentMode = true);
                return own.Build();
            }

            public static async Task Run()
            {
                await Task.CompletedTask;

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat(Libraries.All.Select(library => library.Location)).Distinct(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> PagesWithCode => new(Pages.Blocks().Where(IsCode).Select(block => block.Page).Distinct());

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public async Task Every_block_of_a_page_compiles_and_runs(string page)
    {
        foreach (var block in Pages.BlocksOf(page).Where(IsCode).Where(block => block.NotRun is null))
        {
            var run = Compile(block);
            using var workplace = new Workplace();
            var output = Console.Out;
            try
            {
                Console.SetOut(TextWriter.Null);
                await run().WaitAsync(TimeSpan.FromMinutes(2));
            }
#pragma warning disable CA1031 // Whatever it throws is told with the place of the block.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Assert.Fail($"{block} fails: {(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception)}");
            }
            finally
            {
                Console.SetOut(output);
            }
        }
    }

    private static Func<Task> Compile(CodeBlock block)
    {
        // A class or record in a block stands beside the method, not in it.
        var tree = CSharpSyntaxTree.ParseText(block.Text).GetCompilationUnitRoot();
        var types = string.Concat(tree.Members.Where(member => member is Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax).Select(member => member.ToFullString()));
        var usings = string.Concat(tree.Usings.Select(item => item.ToFullString()));
        var body = string.Concat(tree.Members.Where(member => member is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax).Select(member => member.ToFullString()));
        var source = usings + Given + body + "\n}\n}\n" + types;
        var compilation = CSharpCompilation.Create(
            "Page_" + Guid.NewGuid().ToString("N"), [CSharpSyntaxTree.ParseText(source)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
            .Should().BeEmpty("{0} must compile", block);
        var loaded = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(assembly.ToArray()));
        return () => (Task)loaded.GetType("Page")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static bool IsCode(CodeBlock block) => block.Language is "csharp" or "cs";
}
