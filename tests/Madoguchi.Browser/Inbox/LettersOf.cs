using System.Text;
using System.Text.RegularExpressions;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Inbox;

/// <summary>Without a mail server letters are files; this reads them as their addressee would.</summary>
public static partial class LettersOf
{
    extension(Stage stage)
    {
        /// <summary>The way back in the newest letter to this address that holds these words, once it has come.</summary>
        public async Task<string> LinkTo(string address, string words)
        {
            var letter = await Patience.Until(() => Task.FromResult(stage.Letters(address).LastOrDefault(l => l.Contains(words, StringComparison.Ordinal))), found => found is not null);
            return new Uri(Link().Match(letter!).Value).PathAndQuery; // waited for: not null
        }

        private IEnumerable<string> Letters(string address)
        {
            var folder = Path.Combine(stage.Database.Folder, "mail");
            return !Directory.Exists(folder) ? [] : Directory.GetFiles(folder, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(File.ReadAllText)
                .Where(mail => mail.Contains($"To: {address}\r\n", StringComparison.Ordinal))
                .Select(mail => Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].ReplaceLineEndings(""))));
        }
    }

    [GeneratedRegex(@"https?://\S+/c/mt_[\w-]+")]
    private static partial Regex Link();
}
