using System.Buffers;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>One record of the input: a line that is not blank, without its line end.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Utf8">The line; empty when it was longer than a record may be.</param>
/// <param name="TooLong">The line was longer than a record may be; it was passed over.</param>
internal readonly record struct InputRecord(long Line, ReadOnlyMemory<byte> Utf8, bool TooLong);

/// <summary>Reads the lines of NDJSON in pieces, so that memory holds one line and never the file.</summary>
internal sealed class RecordReader(Stream input, int longestRecord)
{
    private const int Piece = 128 * 1024;
    private byte[] _buffer = new byte[Piece];
    private int _start;
    private int _end;
    private long _line;
    private bool _ended;
    private bool _first = true;

    /// <summary>The next line that is not blank; false at the end. What it gives is a copy, free to be kept.</summary>
    public bool TryRead(out InputRecord record)
    {
        while (TryReadLine(out var line, out var tooLong))
        {
            _line++;
            if (_first && line.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
                line = line[3..];
            _first = false;
            line = line.Trim(" \t\r"u8);
            if (line.IsEmpty && !tooLong)
                continue;
            record = new InputRecord(_line, line.ToArray(), tooLong);
            return true;
        }

        record = default;
        return false;
    }

    private bool TryReadLine(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        tooLong = false;
        var searched = 0;
        while (true)
        {
            var held = _buffer.AsSpan(_start, _end - _start);
            var at = held[searched..].IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = tooLong ? [] : held[..(searched + at)];
                _start += searched + at + 1;
                return true;
            }

            if (held.Length > longestRecord)
            {
                tooLong = true;
                _start = _end;
                held = [];
            }

            searched = held.Length;
            if (_ended || !Fill())
            {
                line = tooLong ? [] : _buffer.AsSpan(_start, _end - _start);
                var any = _end > _start || tooLong;
                _start = _end;
                return any;
            }
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = input.Read(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return read > 0;
    }
}
