using System.Globalization;
using System.Text;
using Calcinosis.Rules.Explanation.Rendering;
using Spectre.Console;

namespace Calcinosis.Rules.Cli.Tests;

/// <summary>Runs the tool in this process, in a folder of its own, and keeps what it wrote.</summary>
internal sealed class Tool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calcinosis-cli-");

    public FakeAssessor Assessor { get; } = new();

    /// <summary>The real library instead of the fake one; null: the fake one.</summary>
    public IAssessor? Real { get; init; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Patient(string id) => File($"{id}.json", $$"""{ "schema": "calcinosis-findings/1", "id": "{{id}}" }""");

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public int Run(params string[] arguments) => RunWith("", inColour: false, arguments);

    public int RunWith(string standardInput, bool inColour, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(standardInput));
        using var terminal = new Terminal(input, output, error, inColour ? Screen(output) : null);
        var status = new CommandLineApp(Real ?? Assessor, terminal).Run(arguments);
        Output = output.ToString();
        Error = error.ToString();
        return status;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IAnsiConsole Screen(StringWriter output)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(output),
        });
        // One column more than the width of plain text, so that both break their lines alike.
        screen.Profile.Width = TextReport.DefaultWidth + 1;
        return screen;
    }
}
