using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Unicode;

namespace Calcinosis.Rules.Cli.Input;

/// <summary>Reads a document from a file or from standard input, and says clearly why when it cannot.</summary>
internal static class DocumentReader
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInputName = "-";

    /// <summary>A document describes one patient; what is larger than this is something else.</summary>
    public const int LargestDocument = 64 * 1024 * 1024;

    /// <summary>The name to show: the path exactly as it was given.</summary>
    public static string NameOf(string path) =>
        string.Equals(path, StandardInputName, StringComparison.Ordinal) ? "standard input" : path;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the whole document.</summary>
    /// <param name="path">The path as the user gave it, or <c>-</c>.</param>
    /// <param name="standardInput">Where <c>-</c> reads from.</param>
    /// <returns>The document, or the problem in words; exactly one of the two.</returns>
    public static (ReadOnlyMemory<byte> Utf8, string? Problem) Read(string path, Stream standardInput)
    {
        try
        {
            if (string.Equals(path, StandardInputName, StringComparison.Ordinal))
                return Check(ReadAll(standardInput));
            if (path.Length == 0)
                return Wrong("the file name is empty: give the path of a findings document, or - for standard input");
            if (Directory.Exists(path))
                return Wrong("this is a folder: give the files in it one by one");
            if (!File.Exists(path))
                return Wrong("there is no such file: check the path");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Check(ReadAll(file));
        }
        catch (UnauthorizedAccessException)
        {
            return Wrong("no permission to read it: check the file's rights");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException or SecurityException)
        {
            return Wrong($"it cannot be read: {exception.Message}");
        }
    }

    /// <summary>Null when there is more than a document may hold.</summary>
    private static byte[]? ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > LargestDocument)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static (ReadOnlyMemory<byte> Utf8, string? Problem) Check(byte[]? bytes)
    {
        if (bytes is null)
            return Wrong($"it is larger than {LargestDocument / (1024 * 1024)} MiB: a document describes one patient, so split it");
        var content = bytes.AsSpan();
        if (content.StartsWith(ByteOrderMark))
            content = content[ByteOrderMark.Length..];
        if (content.Trim(" \t\r\n"u8).IsEmpty)
            return Wrong("it is empty: expected a findings document (JSON)");
        if (IsUtf16(content))
            return Wrong("it is text in UTF-16: save it as UTF-8");
        if (content.Contains((byte)0))
            return Wrong("it is a binary file: expected a findings document (JSON in UTF-8)");
        if (!Utf8.IsValid(content))
            return Wrong($"it is not UTF-8 from byte {FirstBadByte(content).ToString(CultureInfo.InvariantCulture)} on: save it as UTF-8, or if it is compressed or binary, give the JSON inside");
        return (bytes.AsMemory(bytes.Length - content.Length), null);
    }

    private static bool IsUtf16(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xFE]) || content.StartsWith<byte>([0xFE, 0xFF]);

    private static int FirstBadByte(ReadOnlySpan<byte> content)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(content[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return position;
    }

    private static (ReadOnlyMemory<byte> Utf8, string? Problem) Wrong(string problem) => (default, problem);
}
