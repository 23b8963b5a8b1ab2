using System.Globalization;
using Madoguchi.Cases.Snoozing;
using Madoguchi.Desks.Hours;

namespace Madoguchi.Tests.Cases.Snoozing;

public sealed class SnoozeWordsTests
{
    private static readonly TimeZoneInfo Tokyo = HouseZone.Of(null).Zone;

    // A Thursday, half past two in the afternoon.
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 14, 30, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("明日9時", "11-20 09:00")]
    [InlineData("明日の9時", "11-20 09:00")]
    [InlineData("あした", "11-20 09:00")]
    [InlineData("あすの朝", "11-20 09:00")]
    [InlineData("明朝", "11-20 09:00")]
    [InlineData("明朝8時半", "11-20 08:30")]
    [InlineData("明日１０：３０", "11-20 10:30")]
    [InlineData("明日 午後3時", "11-20 15:00")]
    [InlineData("明日3時", "11-20 15:00")]
    [InlineData("明日03:00", "11-20 03:00")]
    [InlineData("明日九時", "11-20 09:00")]
    [InlineData("明日十一時半", "11-20 11:30")]
    [InlineData("明日9時15分", "11-20 09:15")]
    [InlineData("明日の正午", "11-20 12:00")]
    [InlineData("明日のお昼", "11-20 12:00")]
    [InlineData("明日の昼過ぎ", "11-20 13:00")]
    [InlineData("明日の夕方", "11-20 17:00")]
    [InlineData("明日の夕方5時まで", "11-20 17:00")]
    [InlineData("明日の夜8時", "11-20 20:00")]
    [InlineData("あさって", "11-21 09:00")]
    [InlineData("あさっての朝", "11-21 09:00")]
    [InlineData("明後日 13時", "11-21 13:00")]
    [InlineData("しあさって10時ごろ", "11-22 10:00")]
    [InlineData("今日の夕方", "11-19 17:00")]
    [InlineData("今夜", "11-19 19:00")]
    [InlineData("今晩9時", "11-19 21:00")]
    [InlineData("16時", "11-19 16:00")]
    [InlineData("4時", "11-19 16:00")]
    [InlineData("9時", "11-20 09:00")]
    [InlineData("午後", "11-20 13:00")]
    [InlineData("夕方", "11-19 17:00")]
    [InlineData("夜12時", "11-20 00:00")]
    [InlineData("3時間後", "11-19 17:30")]
    [InlineData("三時間後に", "11-19 17:30")]
    [InlineData("1時間半後", "11-19 16:00")]
    [InlineData("半時間後", "11-19 15:00")]
    [InlineData("30分後", "11-19 15:00")]
    [InlineData("30分", "11-19 15:00")]
    [InlineData("十分後", "11-19 14:40")]
    [InlineData("3日後", "11-22 14:30")]
    [InlineData("3日後の9時", "11-22 09:00")]
    [InlineData("2週間後", "12-03 14:30")]
    [InlineData("1か月後", "12-19 14:30")]
    [InlineData("来週", "11-23 09:00")]
    [InlineData("来週月曜", "11-23 09:00")]
    [InlineData("来週の月曜日 10時", "11-23 10:00")]
    [InlineData("来週金曜", "11-27 09:00")]
    [InlineData("再来週の火曜", "12-01 09:00")]
    [InlineData("再来週", "11-30 09:00")]
    [InlineData("金曜", "11-20 09:00")]
    [InlineData("木曜日", "11-26 09:00")]
    [InlineData("次の月曜", "11-23 09:00")]
    [InlineData("今週土曜の午後", "11-21 13:00")]
    [InlineData("週末", "11-21 09:00")]
    [InlineData("週明け", "11-23 09:00")]
    [InlineData("週明けの午後2時", "11-23 14:00")]
    [InlineData("月末", "11-30 09:00")]
    [InlineData("来月", "12-01 09:00")]
    [InlineData("来月5日", "12-05 09:00")]
    [InlineData("25日", "11-25 09:00")]
    [InlineData("25日15時", "11-25 15:00")]
    [InlineData("3日", "12-03 09:00")]
    [InlineData("12月1日", "12-01 09:00")]
    [InlineData("十二月二十四日の夜", "12-24 19:00")]
    [InlineData("12/1 10:00", "12-01 10:00")]
    [InlineData("2026年12月1日 9時", "12-01 09:00")]
    [InlineData("2026-12-01", "12-01 09:00")]
    [InlineData("2026-12-01 08:15", "12-01 08:15")]
    public void Japanese_words_name_a_time(string words, string expected) => Named(words, expected);

    [Theory]
    [InlineData("tomorrow", "11-20 09:00")]
    [InlineData("tomorrow 9", "11-20 09:00")]
    [InlineData("Tomorrow at 9", "11-20 09:00")]
    [InlineData("tomorrow 9am", "11-20 09:00")]
    [InlineData("tomorrow 3", "11-20 15:00")]
    [InlineData("tomorrow at 3:15 pm", "11-20 15:15")]
    [InlineData("tomorrow 12am", "11-20 00:00")]
    [InlineData("tomorrow 12pm", "11-20 12:00")]
    [InlineData("tomorrow noon", "11-20 12:00")]
    [InlineData("tomorrow morning", "11-20 09:00")]
    [InlineData("tomorrow morning at 10", "11-20 10:00")]
    [InlineData("tomorrow afternoon", "11-20 13:00")]
    [InlineData("tomorrow evening", "11-20 19:00")]
    [InlineData("the day after tomorrow", "11-21 09:00")]
    [InlineData("today 5pm", "11-19 17:00")]
    [InlineData("this evening", "11-19 19:00")]
    [InlineData("tonight", "11-19 19:00")]
    [InlineData("tonight at 8", "11-19 20:00")]
    [InlineData("at 4", "11-19 16:00")]
    [InlineData("9", "11-20 09:00")]
    [InlineData("9 o'clock", "11-20 09:00")]
    [InlineData("8 in the morning", "11-20 08:00")]
    [InlineData("in 2 hours", "11-19 16:30")]
    [InlineData("2 hours", "11-19 16:30")]
    [InlineData("2h", "11-19 16:30")]
    [InlineData("in an hour", "11-19 15:30")]
    [InlineData("in half an hour", "11-19 15:00")]
    [InlineData("1 and a half hours", "11-19 16:00")]
    [InlineData("in 1.5 hours", "11-19 16:00")]
    [InlineData("30 min", "11-19 15:00")]
    [InlineData("in 3 days", "11-22 14:30")]
    [InlineData("in 3 days at 9", "11-22 09:00")]
    [InlineData("in two weeks", "12-03 14:30")]
    [InlineData("1 month", "12-19 14:30")]
    [InlineData("next week", "11-23 09:00")]
    [InlineData("next monday 10:30", "11-23 10:30")]
    [InlineData("next friday", "11-27 09:00")]
    [InlineData("friday", "11-20 09:00")]
    [InlineData("on Thursday at 11", "11-26 11:00")]
    [InlineData("Sat", "11-21 09:00")]
    [InlineData("wed 14:00", "11-25 14:00")]
    [InlineData("weekend", "11-21 09:00")]
    [InlineData("next month", "12-01 09:00")]
    [InlineData("end of the month", "11-30 09:00")]
    [InlineData("nov 30", "11-30 09:00")]
    [InlineData("1 December 10am", "12-01 10:00")]
    [InlineData("December 24th", "12-24 09:00")]
    public void English_words_name_a_time(string words, string expected) => Named(words, expected);

    [Theory]
    [InlineData("")]
    [InlineData("そのうち")]
    [InlineData("昨日")]
    [InlineData("今日9時")]
    [InlineData("明日25時")]
    [InlineData("明日9時70分")]
    [InlineData("明日9時と10時")]
    [InlineData("0分後")]
    [InlineData("99日")]
    [InlineData("13月1日")]
    [InlineData("2026-02-30")]
    [InlineData("2020-01-01")]
    [InlineData("soon")]
    [InlineData("tomorrow maybe")]
    [InlineData("yesterday")]
    [InlineData("in 99999 hours")]
    [InlineData("monday tuesday")]
    [InlineData("; drop table cases")]
    public void What_names_no_time_ahead_is_not_guessed(string words) => Named(words, null);

    [Fact]
    public void The_house_has_a_zone_of_its_own_and_the_clocks_may_change()
    {
        var paris = HouseZone.Of("Europe/Paris").Zone;
        var march = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 9, 0, 0, TimeSpan.FromHours(2)), SnoozeWords.Read("tomorrow 9", march, paris));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)), SnoozeWords.Read("tomorrow 02:30", march, paris));
        Assert.Equal(march + TimeSpan.FromHours(24), SnoozeWords.Read("24 hours", march, paris));
        Assert.Throws<InvalidOperationException>(() => HouseZone.Of("Edo"));
    }

    [Fact]
    public void A_new_year_and_a_leap_day_are_ahead_too()
    {
        var eve = new DateTimeOffset(2027, 12, 31, 23, 0, 0, TimeSpan.FromHours(9));

        Assert.Equal("2028-01-01 09:00", Local(SnoozeWords.Read("明日", eve, Tokyo)));
        Assert.Equal("2028-02-29 09:00", Local(SnoozeWords.Read("2月29日", eve, Tokyo)));
        Assert.Equal("2028-01-31 23:00", Local(SnoozeWords.Read("1か月後", eve, Tokyo)));
        Assert.Equal("2028-01-03 09:00", Local(SnoozeWords.Read("next monday", eve, Tokyo)));
    }

    private static void Named(string words, string? expected) =>
        Assert.Equal(expected is null ? null : $"2026-{expected}", Local(SnoozeWords.Read(words, Now, Tokyo)));

    private static string? Local(DateTimeOffset? at) => at?.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
