using System.Text;
using Calcinosis.Rules.Cli.Input;

namespace Calcinosis.Rules.Cli.Tests;

public sealed class Input_that_cannot_be_read : IDisposable
{
    private readonly Tool _tool = new();

    public static TheoryData<string, byte[], string> WrongContents => new()
    {
        { "empty.json", [], "it is empty" },
        { "blank.json", " \r\n\t "u8.ToArray(), "it is empty" },
        { "mark-only.json", [0xEF, 0xBB, 0xBF], "it is empty" },
        { "program.bin", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1], "it is a binary file" },
        { "archive.gz", [0x1F, 0x8B, 8, 1, 2, 3], "it is not UTF-8 from byte 1 on" },
        { "utf16.json", [0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0], "it is text in UTF-16: save it as UTF-8" },
        { "latin1.json", [(byte)'"', 0xE9, (byte)'"'], "it is not UTF-8 from byte 1 on" },
    };

    public void Dispose() => _tool.Dispose();

    [Theory]
    [MemberData(nameof(WrongContents))]
    public void Says_what_is_wrong_with_the_content(string name, byte[] content, string message)
    {
        var path = _tool.File(name, content);

        _tool.Run("classify", path).Should().Be(2);

        _tool.Output.Should().BeEmpty();
        _tool.ErrorLines.Should().ContainSingle().Which.Should().StartWith($"calcinosis: {path}: {message}");
    }

    [Fact]
    public void A_folder_is_no_document()
    {
        var folder = Path.GetDirectoryName(_tool.Patient("a"))!;

        _tool.Run("classify", folder).Should().Be(2);

        _tool.Error.Should().Be($"calcinosis: {folder}: this is a folder: give the files in it one by one\n");
    }

    [Fact]
    public void An_empty_name_is_no_file()
    {
        _tool.Run("classify", "").Should().Be(2);

        _tool.Error.Should().Contain("the file name is empty");
    }

    [Fact]
    public void A_byte_order_mark_is_accepted_and_taken_off()
    {
        _tool.Run("classify", _tool.File("marked.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{ "id": "marked" }""")])).Should().Be(0);

        _tool.Output.Should().Contain("(marked)");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_document_has_a_largest_size_and_that_size_is_allowed(int beyond, bool allowed)
    {
        using var input = new MemoryStream(Encoding.ASCII.GetBytes(new string('x', DocumentReader.LargestDocument + beyond)));

        var (_, problem) = DocumentReader.Read("-", input);

        (problem is null).Should().Be(allowed);
        if (!allowed)
            problem.Should().StartWith("it is larger than 64 MiB");
    }

    [Fact]
    public void A_file_name_cannot_steer_the_terminal()
    {
        _tool.Run("classify", "no\u001B[31m\nsuch").Should().Be(2);

        _tool.ErrorLines.Should().ContainSingle().Which.Should().NotContain("\u001B");
    }

    [Fact]
    public void A_file_whose_name_begins_with_an_at_sign_is_a_file()
    {
        _tool.Run("classify", "@nothing-here").Should().Be(2);

        _tool.Error.Should().Be("calcinosis: @nothing-here: there is no such file: check the path\n");
    }
}
