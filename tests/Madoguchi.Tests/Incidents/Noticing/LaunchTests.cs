using Madoguchi.Incidents.Noticing.Jumps;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>The first hour: nothing is known of what is normal.</summary>
public sealed class LaunchTests
{
    [Theory]
    [InlineData(60, 2_000, 1)] // too far below the middle for a number: next to certain all the same
    [InlineData(3, 100_000, 1)]
    [InlineData(1, 0.5, 0.3934693403)]
    [InlineData(4, 5.5, 0.7983008)]
    [InlineData(12, 5, 0.0054531)]
    public void A_tail_is_as_long_as_it_is(int count, double mean, double chance) => Assert.Equal(chance, Tail.Poisson(count, mean), 5);

    [Fact]
    public void Beside_two_floods_an_ordinary_one_stands_out_no_more() => Assert.False(Launch.StandsOut(JumpKind.ErrorText, 60, 3_000, [1_000, 900]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Four_hundred_ordinary_contacts_propose_nothing(int seed)
    {
        Assert.Empty(Street.Look(Street.Ordinary(400, seed)));
        Assert.Empty(Street.Look(Street.Ordinary(400, seed, ["ゲーム"])));
        Assert.Empty(Street.Look(Street.Ordinary(400, seed, errors: 0.6)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(400)]
    public void However_alike_ordinary_ones_are_they_propose_nothing(int sorts)
    {
        string[] wishes = [.. Enumerable.Range(0, sorts).Select(i => new string([.. $"{i * 7919 % 99991:x5}".Select(c => (char)('ア' + c % 60))]) + " について教えてください")];
        Assert.Empty(Street.Look(Street.Hit(400, i => Street.One(Street.Noon.AddSeconds(-i), $"{wishes[i % sorts]} {i}", "ゲーム", "質問"))));
        Assert.Empty(Street.Look(Street.Hit(400, i => Street.One(Street.Noon.AddSeconds(-i), $"{wishes[i * sorts / 400]} {i}", "ゲーム", "質問"))));
    }

    [Fact]
    public void At_no_moment_while_ordinary_ones_come_in_anything_is_proposed()
    {
        var all = Street.Ordinary(400).OrderBy(c => c.At).ToList();
        for (var i = 1; i <= all.Count; i += 3)
            Assert.Empty(Street.Look(all.Take(i), now: all[i - 1].At));
    }

    [Theory]
    [InlineData("fact")]
    [InlineData("words")]
    [InlineData("english")]
    public void Sixty_with_one_new_error_text_are_proposed_and_not_the_others(string how)
    {
        var hit = Street.Hit(60, i => how switch
        {
            "fact" => Street.One(Street.Noon.AddSeconds(-i * 9), $"起動しません。{i}", "ミナモ", "problem 1", $"セーブデータを読み込めません (0x{i * 7919:x8})"),
            "words" => Street.One(Street.Noon.AddSeconds(-i * 9), $"{(i % 2 == 0 ? "今朝から" : "アップデートのあと")}「セーブデータを読み込めません（{i}）」と表示されて困っています。", "ミナモ"),
            _ => Street.One(Street.Noon.AddSeconds(-i * 9), $"Hello, since today it says \"Could not load save slot {i}\". Please help me.", i % 2 == 0 ? "ミナモ" : "カゼ"),
        });

        var jump = Assert.Single(Street.Look([.. Street.Ordinary(400), .. hit]));

        Assert.Equal(JumpKind.ErrorText, jump.Key.Kind);
        Assert.Equal(hit.Select(h => h.Mark.CaseId).ToHashSet(), jump.Cases.Select(c => c.Mark.CaseId).ToHashSet());
        Assert.Equal((60, how == "english" ? null : "ミナモ"), (jump.Seen, jump.Product));
    }

    [Fact]
    public void Texts_without_an_error_are_grouped_by_what_they_say()
    {
        var hit = Street.Hit(60, i => Street.One(Street.Noon.AddSeconds(-i * 9), $"ガチャを引いたのにキャラクターが増えずに石だけ減っています。 注文{i}番", "ミナモ"));
        var ordinary = Street.Hit(400, i => Street.One(Street.Noon.AddSeconds(-i), string.Concat(Enumerable.Range(0, 12).Select(j => (char)('一' + (i * 97 + j * 31 * (i + 3)) % 5000))), "ミナモ"));

        var jump = Assert.Single(Street.Look([.. ordinary, .. hit]));

        Assert.Equal((JumpKind.Words, 60), (jump.Key.Kind, jump.Cases.Count));
        Assert.All(jump.Cases, c => Assert.Contains(c, hit));
    }

    [Fact]
    public void Two_at_once_do_not_hide_each_other()
    {
        var (one, other) = (Street.Hit(60, i => Street.One(Street.Noon.AddSeconds(-i), "a", error: "一つ目の故障です")), Street.Hit(50, i => Street.One(Street.Noon.AddSeconds(-i), "b", error: "the second is broken")));

        Assert.Equal([60, 50], Street.Look([.. Street.Ordinary(400), .. one, .. other]).Select(j => j.Cases.Count));
    }

    [Fact]
    public void Who_writes_sixty_times_is_one() =>
        Assert.Empty(Street.Look([.. Street.Ordinary(400), .. Street.Hit(60, i => Street.One(Street.Noon.AddSeconds(-i), "また", error: "セーブデータを読み込めません", who: i % 2 == 0 ? "same@example.jp" : "other"))]));
}
