using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>A jump is people, not contacts.</summary>
public sealed class PeopleTests
{
    [Fact]
    public void Who_writes_twenty_times_by_every_way_there_is_is_one()
    {
        var angry = Enumerable.Range(0, 20).Select(i => (i % 5) switch
        {
            0 => Who(mail: "sora@example.jp", own: "7K3MT"),
            1 => Who(mail: $"sora+{i}@example.jp", own: $"A{i}"),
            2 => Who(phone: "+81312345678", mail: "sora@example.jp", own: $"B{i}"),
            3 => Who(phone: "+81312345678", own: $"C{i}"),
            _ => Who(claimed: "7K3MT", own: $"D{i}"),
        });

        Assert.Equal(1, Count(angry));
    }

    [Fact]
    public void A_household_behind_one_telephone_and_a_company_behind_one_address_are_one_each()
    {
        string[] household = [Who(mail: "mother@example.jp", phone: "+81312345678", own: "A1"), Who(mail: "son@school.example", phone: "+81312345678", own: "A2"), Who(phone: "+81312345678", own: "A3")];
        var company = Enumerable.Range(0, 20).Select(i => Who(mail: "info@company.example", own: $"B{i}"));

        Assert.Equal(2, Count([.. household, .. company]));
    }

    [Fact]
    public void Whom_a_third_contact_joins_are_one_whatever_the_order()
    {
        var (mail, phone, both) = (Who(mail: "a@example.jp", own: "A1"), Who(phone: "+81312345678", own: "A2"), Who(mail: "a@example.jp", phone: "+81312345678", own: "A3"));

        Assert.Equal([2, 1, 1, 1], new[] { Count([mail, phone]), Count([mail, phone, both]), Count([both, mail, phone]), Count([mail, both, phone]) });
    }

    [Fact]
    public void Sixty_who_leave_nothing_are_sixty_and_are_proposed()
    {
        var crowd = Enumerable.Range(0, 60).Select(i => Who(own: $"N{i}")).ToList();

        Assert.Equal(60, Count(crowd));
        Assert.Equal(60, Assert.Single(Look(crowd)).Seen);
        Assert.Equal(60, Count(Enumerable.Range(0, 60).Select(_ => Who()))); // not even a number
    }

    [Fact]
    public void Two_households_that_write_sixty_times_are_no_jump() =>
        Assert.Empty(Look([.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? Who(phone: "+81312345678", mail: $"m{i}@example.jp", own: $"N{i}") : Who(mail: $"them+{i}@example.jp", own: $"N{i}"))]));

    [Theory]
    [InlineData("sora+shop@example.jp", "sora@example.jp")]
    [InlineData("s.o.ra+1@gmail.com", "sora@gmail.com")]
    [InlineData("sora@googlemail.com", "sora@gmail.com")]
    [InlineData("s.ora@example.jp", "s.ora@example.jp")]
    [InlineData("+odd@example.jp", "+odd@example.jp")]
    [InlineData("no address", "no address")]
    public void The_mailbox_behind_an_address(string folded, string mailbox) => Assert.Equal(mailbox, Person.Mailbox(folded));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public void A_house_may_want_to_hear_of_ten_people_only(int people, int proposed) =>
        Assert.Equal(proposed, Looking.At(Street.Noon, [.. Enumerable.Range(0, people).Select(i => Street.One(Street.Noon.AddSeconds(-i), "助けて", error: "セーブデータを読み込めません"))], Past.Empty, [], FalseAlarms.AQuarter, 10).Count);

    private static string Who(string? mail = null, string? phone = null, string? claimed = null, string? own = null) => Person.Of(
        [.. mail is null ? Array.Empty<(AddressKind, string)>() : [(AddressKind.Mail, mail)], .. phone is null ? Array.Empty<(AddressKind, string)>() : [(AddressKind.Phone, phone)]], claimed, own, Id<Case>.New());

    private static int Count(IEnumerable<string> whos) => People.Among(whos.Select(w => Street.One(Street.Noon, "x", who: w)));

    private static IReadOnlyList<Jump> Look(IReadOnlyList<string> whos) =>
        Street.Look([.. Street.Ordinary(400), .. whos.Select((w, i) => Street.One(Street.Noon.AddSeconds(-i), "また", error: "セーブデータを読み込めません", who: w))]);
}
