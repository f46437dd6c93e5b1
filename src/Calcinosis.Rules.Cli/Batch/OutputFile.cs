using System.IO.Compression;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>
/// Where the lines go. A gzip file is written in members of a fixed number of records, so that it can be cut at any
/// checkpoint, continued, and still be the same file.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _gzip;
    private readonly bool _toDisk;
    private GZipStream? _member;

    private OutputFile(Stream stream, bool gzip, bool toDisk)
    {
        _stream = stream;
        _gzip = gzip;
        _toDisk = toDisk;
    }

    /// <summary>Bytes in the file, once <see cref="EndPiece"/> was called; 0 for a stream that cannot be continued.</summary>
    public long Position => _toDisk ? _stream.Position : 0;

    public static OutputFile To(Stream stream) => new(stream, gzip: false, toDisk: false);

    /// <summary>Opens a file and cuts off what stands behind a position.</summary>
    public static OutputFile Open(string path, long position)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        stream.SetLength(position);
        stream.Seek(position, SeekOrigin.Begin);
        return new OutputFile(stream, IsGzip(path), toDisk: true);
    }

    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public void Write(ReadOnlySpan<byte> lines)
    {
        if (_gzip)
            (_member ??= new GZipStream(_stream, CompressionLevel.Fastest, leaveOpen: true)).Write(lines);
        else
            _stream.Write(lines);
    }

    /// <summary>Everything written so far can be read, whatever happens next.</summary>
    public void EndPiece()
    {
        _member?.Dispose();
        _member = null;
        if (_stream is FileStream file && _toDisk)
            file.Flush(flushToDisk: true);
        else
            _stream.Flush();
    }

    public void Dispose()
    {
        _member?.Dispose();
        if (_toDisk)
            _stream.Dispose();
    }
}
