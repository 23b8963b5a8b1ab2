using System.Globalization;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Evidence.Reading;
using Madoguchi.Inbox.Proving;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Reading;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Inbox;

public sealed class ProofRowsTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly DateTimeOffset Night = new(2026, 11, 21, 14, 41, 0, TimeSpan.Zero); // 23:41 in Tokyo

    [Fact]
    public void Both_sides_stand_on_one_line_with_days_and_silences()
    {
        var rows = ProofRows.Lay(ProofRows.Told([Said(1, Night.AddMinutes(25)), Said(2, Night.AddMinutes(27))]), [Event(Night), Event(Night.AddMinutes(2)), Event(Night.AddMinutes(25))], Tokyo);

        Assert.Equal(["DayRow", "EventRow", "EventRow", "DayRow", "GapRow", "EventRow", "SaidRow", "SaidRow"], rows.Select(r => r.GetType().Name));
        Assert.Equal(TimeSpan.FromMinutes(23), rows.OfType<GapRow>().Single().Silence);
    }

    [Fact]
    public void What_was_written_before_it_could_be_sent_stands_when_it_was_written()
    {
        var row = ProofRows.Told([Said(1, Night.AddMinutes(40), new MessageSaid("x", Night))]).Single();

        Assert.Equal((Night, Night.AddMinutes(40)), (row.At, row.Came));
        Assert.Null(ProofRows.Told([Said(1, Night.AddSeconds(2), new MessageSaid("x", Night))]).Single().Came);
    }

    [Fact]
    public void A_capture_stands_when_it_was_taken_and_not_twice()
    {
        var capture = new EvidenceFiled(Guid.Empty, "picture", "complete.png", "image/png", 1, "x", Attachment: 1, ReceivedAt: Night.AddHours(1));
        var read = new Dictionary<int, EvidenceRead> { [2] = new(EvidenceRead.Picture, TakenAt: "2026-11-21T23:41:00"), [3] = new(EvidenceRead.Mail, SentAt: Night.AddMinutes(3)), [4] = new(EvidenceRead.Page) };

        var rows = ProofRows.Told([Said(1, Night.AddHours(1), new FileAttached(Guid.Empty, "complete.png", "image/png", 1, "x")), Said(2, Night.AddHours(2), capture, Role.Agent), Said(3, Night.AddHours(3), capture with { Attachment = null, ReceivedAt = null }),
            Said(4, Night.AddHours(4), capture with { Attachment = null, ReceivedAt = null })], read, Tokyo).ToList();

        Assert.Equal([(2, Night, (DateTimeOffset?)Night.AddHours(1)), (3, Night.AddMinutes(3), Night.AddHours(3)), (4, Night.AddHours(4), null)], rows.Select(r => (r.Entry.Number, r.At, r.Came)));
    }

    [Fact]
    public void Only_what_the_customer_told_is_their_account() =>
        Assert.Equal([1, 3], ProofRows.Told([Said(1, Night), Said(2, Night, role: Role.Agent), Said(3, Night, new CallTaken("x"), Role.Agent), Said(4, Night, new FactTold("name", "x", "person"))]).Select(r => r.Entry.Number));

    [Theory]
    [InlineData("昨日の23時41分に登録しました", "2026-11-20 23:41")]
    [InlineData("23:41に完了の画面が出ました", "2026-11-20 23:41")]
    [InlineData("午後11時半ごろです", "2026-11-20 23:30")]
    [InlineData("今朝 ９時５分", "2026-11-21 9:05")]
    [InlineData("11月19日 8:15 に届きました", "2026-11-19 8:15")]
    [InlineData("2026/11/18 21:00", "2026-11-18 21:00")]
    [InlineData("12月31日 23:59", "2025-12-31 23:59")]
    [InlineData("it said so at 11:41 pm yesterday", "2026-11-20 23:41")]
    [InlineData("yesterday at 7 pm", "2026-11-20 19:00")]
    [InlineData("10時間待ちました", null)]
    [InlineData("25時に", null)]
    [InlineData("コード 12:34:56:78", null)]
    [InlineData("版は 1.23:45", null)]
    [InlineData("登録できません", null)]
    public void Times_in_the_words_are_where_to_look(string words, string? at)
    {
        var written = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(9));

        Assert.Equal(at, SaidTimes.In(words, written, Tokyo).Select(s => TimeZoneInfo.ConvertTime(s.At, Tokyo).ToString("yyyy-MM-dd H:mm", CultureInfo.InvariantCulture)).FirstOrDefault());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Long_words_are_looked_at_as_far_as_it_helps(int odd) =>
        Assert.Single(SaidTimes.In("23:41に" + new string('x', odd) + string.Concat(Enumerable.Repeat("😀1時 ", 5_000)), Night.AddHours(1), Tokyo), s => s.Text == "23:41");

    [Theory]
    [InlineData("2026-11-21 23:41", "2026-11-21T14:41:00Z")]
    [InlineData("２０２６/11/21 23:41:07", "2026-11-21T14:41:07Z")]
    [InlineData("2026-11-21", "2026-11-20T15:00:00Z")]
    [InlineData("soon", null)]
    public void A_typed_time_is_by_the_clock_of_the_house(string text, string? at) => Assert.Equal(at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), SaidTimes.Typed(text, Tokyo));

    [Theory]
    [InlineData(42 * 60, "42分", "42 min")]
    [InlineData(5 * 60 + 59, "5分59秒", "5 min 59 s")]
    [InlineData(3 * 60, "3分", "3 min")]
    [InlineData(7, "7秒", "7 s")]
    [InlineData(3600 * 2 + 60, "2時間1分", "2 h 1 min")]
    [InlineData(86_400 * 3, "3日", "3 d")]
    public void A_span_is_said_in_the_units_that_count(int seconds, string ja, string en) =>
        Assert.Equal((ja, en), (ProofWords.Span(TimeSpan.FromSeconds(seconds), Tongue.Japanese), ProofWords.Span(TimeSpan.FromSeconds(seconds), Tongue.English)));

    [Fact]
    public void Data_are_lines_for_people_where_they_can_be()
    {
        Assert.Equal([("code", "K"), ("screen.name", "complete"), ("list.1", "1"), ("list.2", "null")], DataLines.Of("""{"code":"K","screen":{"name":"complete"},"list":[1,null]}"""));
        Assert.Null(DataLines.Of("[1]"));
        Assert.Null(DataLines.Of(JsonSerializer.Serialize(Enumerable.Range(0, 40).ToDictionary(i => $"k{i}"))));
    }

    private static Entry Said(int number, DateTimeOffset at, Happening? what = null, Role role = Role.Customer)
    {
        var happened = what ?? new MessageSaid("x");
        return new()
        {
            CaseId = new Id<Case>(Guid.Empty), Number = number, At = at, Kind = Happening.KindOf(happened), Role = role, ById = null, ByName = null, Internal = false,
            Body = JsonSerializer.Serialize(happened, happened.GetType(), Json.Options), Salt = [], Hash = [],
        };
    }

    private static LoggedEvent Event(DateTimeOffset at) =>
        new(new ProductEvent { Id = Id<ProductEvent>.New(), Source = "/a", EventId = "1", Type = "t", Time = at, TimeTold = true, ReceivedAt = at }, []);
}
