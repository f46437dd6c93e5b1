using System.Text.Json;
using System.Text.Json.Serialization;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>
/// How far a run is: a small file beside the output that is replaced as a whole whenever a piece of output is safely
/// written. What stands in the output behind the checkpoint is cut off when the run is continued.
/// </summary>
internal sealed record Checkpoint
{
    public const string Suffix = ".resume";

    /// <summary>Names the run: what is made from what. A run is only continued as the same run.</summary>
    public required string Run { get; init; }

    /// <summary>Records of the input that are done.</summary>
    public long Records { get; init; }

    /// <summary>Bytes of the output that are written for them.</summary>
    public long OutputBytes { get; init; }

    /// <summary>SHA-256 of the last record that is done: shows whether the input is still the same. Null: none is done.</summary>
    public string? LastRecord { get; init; }

    public Totals Totals { get; init; } = new();

    public static string PathFor(string output) => output + Suffix;

    /// <summary>The checkpoint of an output that is unfinished; null when there is none. A file that is no checkpoint gives a problem.</summary>
    public static (Checkpoint? Checkpoint, string? Problem) Read(string output)
    {
        var path = PathFor(output);
        if (!File.Exists(path))
            return (null, null);
        try
        {
            var checkpoint = JsonSerializer.Deserialize(File.ReadAllBytes(path), CheckpointJson.Default.Checkpoint);
            return checkpoint is null ? (null, $"{path} is no checkpoint: delete it to start over") : (checkpoint, null);
        }
        catch (JsonException)
        {
            return (null, $"{path} is no checkpoint: delete it to start over");
        }
    }

    /// <summary>Replaces the checkpoint; a kill in the middle leaves the one before.</summary>
    public void Write(string output)
    {
        var path = PathFor(output);
        var next = path + ".new";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, this, CheckpointJson.Default.Checkpoint);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    public static void Delete(string output) => File.Delete(PathFor(output));
}

[JsonSerializable(typeof(Checkpoint))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PreferredObjectCreationHandling = JsonObjectCreationHandling.Replace)]
internal sealed partial class CheckpointJson : JsonSerializerContext;
