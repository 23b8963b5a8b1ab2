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

        /// <summary>Everything that was posted until now, the oldest first.</summary>
        public IEnumerable<(string To, string Text)> AllLetters()
        {
            var folder = Path.Combine(stage.Database.Folder, "mail");
            return !Directory.Exists(folder) ? [] : Directory.GetFiles(folder, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(File.ReadAllText)
                .Select(mail => (Addressee().Match(mail).Groups[1].Value, Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].ReplaceLineEndings("")))));
        }

        private IEnumerable<string> Letters(string address) => stage.AllLetters().Where(l => l.To == address).Select(l => l.Text);
    }

    /// <summary>The way back in a letter; empty when there is none.</summary>
    public static string LinkIn(string letter) => Link().Match(letter) is { Success: true } link ? new Uri(link.Value).PathAndQuery : "";

    [GeneratedRegex(@"\r\nTo: ([^\r]+)\r\n")]
    private static partial Regex Addressee();

    [GeneratedRegex(@"https?://\S+/c/mt_[\w-]+")]
    private static partial Regex Link();
}
