using System.Text.Json;
using Madoguchi.Customers.Phones;

namespace Madoguchi.Tests.Customers.Phones;

public sealed class PhoneNumberTests
{
    // What libphonenumber-js itself says of each, from Japan.
    [Theory]
    [InlineData("090-1234-5678", "+819012345678", "JP", PhoneKind.Mobile, "090-1234-5678")]
    [InlineData("09012345678", "+819012345678", "JP", PhoneKind.Mobile, "090-1234-5678")]
    [InlineData("+81 90-1234-5678", "+819012345678", "JP", PhoneKind.Mobile, "090-1234-5678")]
    [InlineData("+81 (0)90 1234 5678", "+819012345678", "JP", PhoneKind.Mobile, "090-1234-5678")]
    [InlineData("03-1234-5678", "+81312345678", "JP", PhoneKind.Fixed, "03-1234-5678")]
    [InlineData("0120-444-113", "+81120444113", "JP", PhoneKind.TollFree, "0120-444-113")]
    [InlineData("0570-000-911", "+81570000911", "JP", PhoneKind.CompanyWide, "0570-000-911")]
    [InlineData("0990-123-456", "+81990123456", "JP", PhoneKind.Premium, "0990-123-456")]
    [InlineData("050-1234-5678", "+815012345678", "JP", PhoneKind.Internet, "050-1234-5678")]
    [InlineData("0422-12-3456", "+81422123456", "JP", PhoneKind.Fixed, "042-212-3456")]
    [InlineData("0123-45-6789", "+81123456789", "JP", PhoneKind.Fixed, "0123-45-6789")]
    [InlineData("070-1234-5678", "+817012345678", "JP", PhoneKind.Mobile, "070-1234-5678")]
    [InlineData("020-1234-5678", "+812012345678", "JP", PhoneKind.Pager, "020-1234-5678")]
    [InlineData("06-6123-4567", "+81661234567", "JP", PhoneKind.Fixed, "06-6123-4567")]
    [InlineData("0980-52-3456", "+81980523456", "JP", PhoneKind.Fixed, "0980-52-3456")]
    [InlineData("011-231-4567", "+81112314567", "JP", PhoneKind.Fixed, "011-231-4567")]
    [InlineData("+1 201-555-0123", "+12015550123", "US", PhoneKind.FixedOrMobile, "+1 201 555 0123")]
    [InlineData("+1 900 234 5678", "+19002345678", "US", PhoneKind.Premium, "+1 900 234 5678")]
    [InlineData("+44 20 7031 3000", "+442070313000", "GB", PhoneKind.Fixed, "+44 20 7031 3000")]
    [InlineData("+44 7400 123456", "+447400123456", "GB", PhoneKind.Mobile, "+44 7400 123456")]
    [InlineData("+49 30 123456", "+4930123456", "DE", PhoneKind.Fixed, "+49 30 123456")]
    [InlineData("+33 6 12 34 56 78", "+33612345678", "FR", PhoneKind.Mobile, "+33 6 12 34 56 78")]
    [InlineData("+39 06 698 1234", "+39066981234", "VA", PhoneKind.Fixed, "+39 06 698 1234")]
    [InlineData("+39 312 345 6789", "+393123456789", "IT", PhoneKind.Mobile, "+39 312 345 6789")]
    [InlineData("+86 131 2345 6789", "+8613123456789", "CN", PhoneKind.Mobile, "+86 131 2345 6789")]
    [InlineData("+82 10-2000-0000", "+821020000000", "KR", PhoneKind.Mobile, "+82 10 2000 0000")]
    [InlineData("+54 9 11 2345-6789", "+5491123456789", "AR", PhoneKind.Mobile, "+54 9 11 2345 6789")]
    [InlineData("+55 11 96123-4567", "+5511961234567", "BR", PhoneKind.Mobile, "+55 11 96123 4567")]
    [InlineData("+52 222 123 4567", "+522221234567", "MX", PhoneKind.FixedOrMobile, "+52 222 123 4567")]
    [InlineData("+61 412 345 678", "+61412345678", "AU", PhoneKind.Mobile, "+61 412 345 678")]
    [InlineData("+7 912 345-67-89", "+79123456789", "RU", PhoneKind.Mobile, "+7 912 345 67 89")]
    [InlineData("+7 771 000 9998", "+77710009998", "KZ", PhoneKind.Mobile, "+7 771 000 9998")]
    [InlineData("+886 912 345 678", "+886912345678", "TW", PhoneKind.Mobile, "+886 912 345 678")]
    [InlineData("+852 5123 4567", "+85251234567", "HK", PhoneKind.Mobile, "+852 5123 4567")]
    [InlineData("+65 8123 4567", "+6581234567", "SG", PhoneKind.Mobile, "+65 8123 4567")]
    [InlineData("+870 301234567", "+870301234567", "870", PhoneKind.Mobile, "+870 301 234 567")]
    [InlineData("+800 1234 5678", "+80012345678", "800", PhoneKind.TollFree, "+800 1234 5678")]
    [InlineData("010 1 201 555 0123", "+12015550123", "US", PhoneKind.FixedOrMobile, "+1 201 555 0123")]
    [InlineData("010 44 7400 123456", "+447400123456", "GB", PhoneKind.Mobile, "+44 7400 123456")]
    [InlineData("819012345678", "+819012345678", "JP", PhoneKind.Mobile, "090-1234-5678")]
    [InlineData("+1 242 359 1234", "+12423591234", "BS", PhoneKind.Mobile, "+1 242 359 1234")]
    [InlineData("+44 7624 254123", "+447624254123", "IM", PhoneKind.Mobile, "+44 7624 254123")]
    public void A_number_is_read_as_the_library_reads_it(string typed, string e164, string country, PhoneKind kind, string shown)
    {
        var number = Read(typed);

        Assert.Equal((e164, country, kind, shown), (number.E164, number.Country, number.Kind, number.Shown));
        Assert.Equal(e164, Read(e164).E164);
    }

    [Theory]
    [InlineData("０９０－１２３４－５６７８")]
    [InlineData("090ー1234ー5678")]
    [InlineData("090 1234 5678")]
    [InlineData("(090)1234-5678")]
    [InlineData("tel:+81-90-1234-5678")]
    [InlineData("+81 (0)90-1234-5678")]
    [InlineData("0081 90 1234 5678")]
    [InlineData("٠٩٠١٢٣٤٥٦٧٨")]
    public void However_hands_and_keyboards_write_it_it_is_one_number(string typed) => Assert.Equal("+819012345678", Read(typed).E164);

    [Theory]
    [InlineData("", PhoneProblem.NotANumber)]
    [InlineData("no number at all", PhoneProblem.NotANumber)]
    [InlineData("090-1234-567X", PhoneProblem.NotANumber)]
    [InlineData("090-1234", PhoneProblem.TooShort)]
    [InlineData("03-12345678901234567", PhoneProblem.TooLong)]
    [InlineData("0000000000", PhoneProblem.NoSuchNumber)]
    [InlineData("+999 123 4567", PhoneProblem.NoSuchNumber)]
    [InlineData("119", PhoneProblem.Emergency)]
    [InlineData("１１０", PhoneProblem.Emergency)]
    public void What_is_no_number_says_why(string typed, PhoneProblem why)
    {
        Assert.True(PhoneNumber.Read(typed).Refused(out var said, out _));
        Assert.Equal(why, said);
    }

    [Theory]
    [InlineData("0990-123-456")]
    [InlineData("0570-000-911")]
    [InlineData("020-1234-5678")]
    [InlineData("+1 900 234 5678")]
    [InlineData("+870 301234567")]
    public void Nobody_is_called_back_where_a_call_earns_money(string typed)
    {
        Assert.True(PhoneNumber.ToCall(typed).Refused(out var why, out _));
        Assert.Equal(PhoneProblem.Costly, why);
    }

    [Fact]
    public void A_range_that_the_data_does_not_know_yet_is_a_number_all_the_same() => Assert.Equal(PhoneKind.Unknown, Read("090-0000-0000").Kind);

    [Fact]
    public void The_librarys_example_of_every_country_is_a_number_of_that_country()
    {
        using var examples = JsonDocument.Parse(typeof(PhoneNumberTests).Assembly.GetManifestResourceStream("examples.mobile.json")!); // embedded
        Assert.True(examples.RootElement.EnumerateObject().Count() > 200);
        Assert.All(examples.RootElement.EnumerateObject(), example =>
        {
            Assert.False(PhoneNumber.Read(example.Value.GetString()!, example.Name).Refused(out _, out var number), example.Name);
            Assert.Equal(example.Name, number!.Country);
            Assert.False(PhoneNumber.Read(number.International).Refused(out _, out var again), example.Name);
            Assert.Equal(number.E164, again!.E164); // some countries share their ranges with a neighbour
        });
    }

    private static PhoneNumber Read(string typed)
    {
        Assert.False(PhoneNumber.Read(typed).Refused(out var why, out var number), $"{typed}: {why}");
        return number!;
    }
}
