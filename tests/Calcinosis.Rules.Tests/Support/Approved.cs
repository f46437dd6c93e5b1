using System.Runtime.CompilerServices;
using System.Text;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>
/// Compares a text with the approved one that is checked in beside the test (<c>Name.approved.txt</c>). A difference
/// writes <c>Name.received.txt</c> and fails. <c>UPDATE_APPROVED=1</c> renews the approved files: review them like prose.
/// </summary>
internal static class Approved
{
    public static void Verify(string actual, string name, string extension = "txt", [CallerFilePath] string testFile = "")
    {
        var folder = FolderOf(testFile);
        var approved = Path.Combine(folder, $"{name}.approved.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_APPROVED"), "1", StringComparison.Ordinal))
        {
            Write(approved, actual);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        Write(received, actual);
        actual.Should().Be(expected, "it was approved so; compare {0} with {1}, and set UPDATE_APPROVED=1 to approve the new text", received, approved);
    }

    private static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>A deterministic build writes source paths as "/_/tests/...", so the folder is found from the repository's root.</summary>
    private static string FolderOf(string testFile)
    {
        var path = testFile.Replace('\\', '/');
        var inside = path[path.LastIndexOf("/tests/", StringComparison.Ordinal)..].TrimStart('/');
        return Path.GetDirectoryName(Repository.PathOf(inside))!;
    }
}
