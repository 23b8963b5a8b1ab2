using System.Text.RegularExpressions;
using Madoguchi.Inbox.Keys;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Inbox;

/// <summary>The one table of acts agrees with the markup and the script: what is told can be pressed, and what can be pressed is told.</summary>
public sealed partial class KeysTests
{
    private static readonly string[] Drawn = [.. Sources.Product.Where(f => f.Room is "Inbox" && f.Name.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(f => f.Text.Split('\n'))];
    private static readonly string Script = File.ReadAllText(Path.Combine(Repository.Root, "src/Madoguchi/wwwroot/js/keys.js"));
    private static readonly string[] Pressed = [.. Drawn.SelectMany(l => KeyInPage().Matches(l).Select(m => m.Groups[1].Value)).Distinct()];
    private static readonly string[] Scripted = [.. KeyInScript().Matches(Script[Script.IndexOf("const acts", StringComparison.Ordinal)..Script.IndexOf("};", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value)];

    // Two that belong together are two keys; what is held down with another is one.
    private static readonly string[] Told = [.. Acts.All.SelectMany(a => a.Key.StartsWith("Ctrl", StringComparison.Ordinal) ? [a.Key] : a.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    [Fact]
    public void Every_key_of_the_page_is_in_the_table()
    {
        Assert.Contains("h", Pressed);
        Assert.Contains("j", Scripted);
        Sources.None(Pressed.Concat(Scripted).Except(Told).Select(k => $"{k}: add a row for it to Inbox/Keys/Acts.cs"));
    }

    [Fact]
    public void Every_act_of_the_table_is_in_the_page()
    {
        Sources.None(Told.Where(k => k.Length == 1).Except([.. Pressed, .. Scripted]).Select(k => $"{k}: nothing in the page answers to it"));
        Sources.None(Acts.All.Where(a => a.Key is "" && a.Reach is Reach.Case).Select(a => a.Does).Except(Named()).Select(d => $"{d}: nothing in the page has data-does=\"{d}\""));
    }

    [Fact]
    public void Every_sheet_and_form_of_the_workspace_is_an_act_of_the_table()
    {
        var known = Acts.All.Select(a => a.Does).ToHashSet();
        Sources.None(Named().Where(d => !known.Contains(d)).Select(d => $"{d}: add a row for it to Inbox/Keys/Acts.cs"));
        // A sheet's own form is the end of an act, and what is written is sent with the page's own button.
        var acts = Sources.Product.Where(f => f.Path.Contains("/Inbox/Working/", StringComparison.Ordinal)).SelectMany(f => f.Text.Split('\n').Select(l => (f.Path, Line: l)))
            .Where(l => l.Line.Contains("data-dialog", StringComparison.Ordinal) || (l.Line.Contains("data-act ", StringComparison.Ordinal) && !l.Line.Contains("data-purpose", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(acts);
        Sources.None(acts.Where(l => !l.Line.Contains("data-key=", StringComparison.Ordinal) && !l.Line.Contains("data-does=", StringComparison.Ordinal)
            && !Acts.All.Any(a => a.Address is not "" && l.Line.Contains($"href=\"{a.Address}\"", StringComparison.Ordinal))).Select(l => $"{l.Path}: the palette does not reach this: {l.Line.Trim()}"));
    }

    [Fact]
    public void No_two_acts_share_a_key_or_a_name() =>
        Sources.None(Told.Concat(Acts.All.Select(a => a.Does)).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => $"{g.Key}: twice"));

    [Theory]
    [InlineData("ひきつぎ", "hand-over")]
    [InlineData("引き継", "hand-over")]
    [InlineData("ヒキツギ", "hand-over")]
    [InlineData("ﾋｷﾂｷﾞ", "hand-over")]
    [InlineData("HAND over", "hand-over")]
    [InlineData("transfer", "hand-over")]
    [InlineData("みたい", "go-new")]
    [InlineData("さいん", "leave")]
    public void An_act_is_found_by_word_reading_and_English(string asked, string does) =>
        Assert.Contains(Acts.Offered(withCase: true, toAdministrator: false, asked), a => a.Does == does);

    [Fact]
    public void Without_an_open_case_its_acts_are_not_offered_and_settings_are_offered_to_whom_they_open()
    {
        Assert.DoesNotContain(Acts.Offered(withCase: false, toAdministrator: false), a => a.Reach is Reach.Case or Reach.Administration or Reach.Hand);
        Assert.Contains(Acts.Offered(withCase: false, toAdministrator: true), a => a.Does == "agents");
    }

    private static IEnumerable<string> Named() => Drawn.SelectMany(l => NameInPage().Matches(l).Select(m => m.Groups[1].Value)).Distinct();

    [GeneratedRegex("data-key=\"(\\S+?)\"")]
    private static partial Regex KeyInPage();

    [GeneratedRegex("data-does=\"([\\w-]+)\"")]
    private static partial Regex NameInPage();

    [GeneratedRegex("(?m)^  \"?(\\S)\"?: \\(")]
    private static partial Regex KeyInScript();
}
