using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Calcinosis.Rules.Cli.Tests;

/// <summary>Runs <c>batch</c> in this process, with the real classifier unless another one is given, in a folder of its own.</summary>
internal sealed class BatchTool(IAssessor? assessor = null) : IDisposable
{
    private static readonly ClassifierAssessor Real = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calcinosis-batch-tests-");

    public string Error { get; private set; } = "";

    public byte[] StandardOutput { get; private set; } = [];

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string File(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        System.IO.File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string Gzip(string name, string text)
    {
        using var file = System.IO.File.Create(PathOf(name));
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return PathOf(name);
    }

    public int Run(params string[] arguments) => RunWith("", arguments);

    public int RunWith(string standardInput, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(standardInput));
        using var bytes = new MemoryStream();
        using var terminal = new Terminal(input, output, error, standardOutput: bytes);
        var status = new CommandLineApp(assessor ?? Real, terminal).Run(["batch", .. arguments]);
        Error = error.ToString();
        StandardOutput = bytes.ToArray();
        return status;
    }

    public string[] Lines(string name)
    {
        using Stream file = System.IO.File.OpenRead(PathOf(name));
        using var text = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A patient of two lines of findings; the number varies age and calcium.</summary>
    public static string Patient(int number) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"schema":"calcinosis-findings/1","id":"p{{number}}","asOf":"2026-10-31","patient":{"ageYears":{{20 + (number % 60)}},"sex":"female"},"labs":[{"analyte":"calcium-total","value":{{8.0m + (number % 40 / 10m)}},"unit":"mg/dL","takenOn":"2026-10-20"}],"conditions":[{"text":"CREST syndrome"}],"lesions":[{"id":"L1","sites":["fingers"],"morphology":["nodule"]}],"imaging":[{"modality":"x-ray","lesion":"L1","findings":[{"code":"soft-tissue-calcification"}]}]}""");

    public static string Patients(int count) => string.Concat(Enumerable.Range(0, count).Select(number => Patient(number) + "\n"));

    public static string Alone(string patient) => Real.Assess(Encoding.UTF8.GetBytes(patient), null).ToJson();

    public void Dispose() => _folder.Delete(recursive: true);
}
