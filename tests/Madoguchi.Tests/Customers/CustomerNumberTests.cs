using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Customers;

public sealed class CustomerNumberTests
{
    private static readonly CustomerNumber Example = CustomerNumber.Parse("7K3MT");

    [Theory]
    [InlineData("7K3MT")]
    [InlineData("7k3mt")]
    [InlineData("  7K3 MT\t\r\n")]
    [InlineData("7-K-3-M-T")]
    [InlineData("７Ｋ３ＭＴ")]
    [InlineData("７ｋ３　ｍｔ")]
    [InlineData("7K3‐MT")] // hyphen
    [InlineData("7K3‑MT")] // non-breaking hyphen
    [InlineData("7K3–MT")] // en dash
    [InlineData("7K3—MT")] // em dash
    [InlineData("7K3―MT")] // horizontal bar
    [InlineData("7K3−MT")] // minus
    [InlineData("7K3－MT")] // full-width hyphen
    [InlineData("7K3ーMT")] // long vowel mark
    [InlineData("7K3ｰMT")] // half-width long vowel mark
    [InlineData("7K3〜MT")] // wave dash
    [InlineData("7K3～MT")] // full-width tilde
    [InlineData("7K3─MT")] // ruled line
    [InlineData("\u20667K3MT\u2069")] // marks of direction
    [InlineData("7K3\u200BMT\uFEFF")] // zero width
    [InlineData("7K3\u00A0MT")]
    [InlineData("⑦Ⓚ③ⓂⓉ")]
    public void Every_way_of_writing_it_finds_the_number(string input)
    {
        Assert.Equal(NumberReading.Right, CustomerNumber.Read(input, out var number));
        Assert.Equal(Example, number);
        Assert.True(CustomerNumber.TryParse(input, out var parsed));
        Assert.Equal("7K3MT", parsed.Value);
    }

    [Fact]
    public void O_is_read_as_zero_and_I_and_L_as_one()
    {
        var number = CustomerNumber.Of(0b00000_00001_00000_00001, 4);
        Assert.StartsWith("0101", number.Value);

        foreach (var written in new[] { "OIOL", "oiol", "0lOi", "ＯＩｏｌ" })
        {
            Assert.Equal(NumberReading.Right, CustomerNumber.Read(written + number.Value[4], out var read));
            Assert.Equal(number, read);
        }
    }

    [Theory]
    [InlineData("7K3MU")]
    [InlineData("7K3TM")]
    [InlineData("K73MT")]
    [InlineData("7K3M7")]
    [InlineData("7K3MTT")]
    [InlineData("７ｋ３−ｔｍ")]
    [InlineData("00000")]
    public void A_wrong_check_is_a_mistyped_number(string input)
    {
        Assert.Equal(NumberReading.Mistyped, CustomerNumber.Read(input, out var number));
        Assert.Null(number);
        Assert.False(CustomerNumber.TryParse(input, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ー- ")]
    [InlineData("7K3M")]
    [InlineData("山野")]
    [InlineData("7K3MT様")]
    [InlineData("yamano@example.com")]
    [InlineData("7K3MT7K3MT7K3MT")]
    [InlineData("7K3MT\0")]
    [InlineData("7K3MT\u0301")] // a combining mark
    [InlineData("7️⃣K3MT")]
    [InlineData("7K3MT🙂")]
    [InlineData("\uFFFE7K3MT")]
    [InlineData("٧K3MT")] // an Arabic seven
    [InlineData("\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA")] // each folds to eighteen characters
    public void What_is_no_number_is_told_apart_from_a_mistyped_one(string? input)
    {
        Assert.Equal(NumberReading.NotANumber, CustomerNumber.Read(input, out var number));
        Assert.Null(number);
    }

    // Not theory data: lone surrogates would not survive the runner's own serialisation.
    [Fact]
    public void Half_a_character_or_ten_million_are_no_number()
    {
        string[] inputs = ["7K3MT\uD83D", "\uDE427K3MT", "7K\uDE42\uD83D3MT", new('7', 10_000_000), new(' ', 10_000_000), new('\u0301', 10_000_000)];

        Assert.All(inputs, input => Assert.Equal(NumberReading.NotANumber, CustomerNumber.Read(input)));
    }

    [Fact]
    public void Nothing_that_anybody_types_throws()
    {
        var unit = Gen.OneOf(Gen.Choose(0, 0xFFFF), Gen.Choose(0xD7F0, 0xE010), Gen.Choose(0, 0x7F), Gen.Choose(0xFF00, 0xFFFF)).Select(c => (char)c);
        var input = unit.ListOf().Select(units => new string([.. units])).ToArbitrary();

        Prop.ForAll(input, text => Enum.IsDefined(CustomerNumber.Read(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void A_printed_number_reads_back_whatever_is_put_between_its_signs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(7, 12).ToArbitrary(), Gen.Elements(" ", "-", "　", "ー", "–").ToArbitrary(), (payload, length, between) =>
        {
            var number = CustomerNumber.Of((ulong)payload, length);
            return CustomerNumber.Parse(number.Printed) == number && CustomerNumber.Parse(string.Join(between, number.Value.AsEnumerable()).ToLowerInvariant()) == number;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(4, "00000")]
    [InlineData(5, "000-000")]
    [InlineData(6, "0000-000")]
    [InlineData(7, "0000-0000")]
    [InlineData(8, "000-000-000")]
    [InlineData(9, "0000-000-000")]
    [InlineData(12, "0000-000-000-000")]
    public void A_long_number_is_printed_in_groups(int length, string form) =>
        Assert.Equal(form, new string([.. CustomerNumber.Of(1, length).Printed.Select(c => c == '-' ? c : '0')]));

    [Fact]
    public void A_number_travels_as_a_plain_string_and_only_a_right_one_arrives()
    {
        Assert.Equal("\"7K3MT\"", JsonSerializer.Serialize(Example, Json.Options));
        Assert.Equal(Example, JsonSerializer.Deserialize<CustomerNumber>("\"7k3-mt\"", Json.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CustomerNumber>("\"7K3TM\"", Json.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CustomerNumber>("73", Json.Options));
        Assert.Throws<FormatException>(() => CustomerNumber.Parse("7K3TM"));
    }

    [Fact]
    public void A_payload_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerNumber.Of(1 << 20, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerNumber.Of(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerNumber.Of(0, 13));
    }
}
