using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases;

public sealed class KnownTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Customer> Person = Id<Customer>.New();
    private static readonly Id<Desk> Desk = Id<Desk>.New();
    private static readonly Id<Device> Phone = Id<Device>.New();
    private static readonly Id<Device> Laptop = Id<Device>.New();

    [Fact]
    public void Told_yesterday_at_another_case_is_known_today() =>
        Assert.Equal(1, Known.Of(Matter(), "phone", [Fact(Scope.Person, "phone", at: Noon.AddHours(-30))], Noon)?.AgeDays);

    [Fact]
    public void A_case_without_a_device_may_be_about_any() =>
        Assert.NotNull(Known.Of(Matter(), "serialNumber", [Fact(Scope.Device, "serialNumber", device: Laptop)], Noon));

    [Fact]
    public void Another_devices_serial_number_is_not_this_ones() =>
        Assert.Null(Known.Of(Matter(Phone), "serialNumber", [Fact(Scope.Device, "serialNumber", device: Laptop)], Noon));

    [Fact]
    public void Another_cases_error_is_not_this_ones() =>
        Assert.Null(Known.Of(Matter(), "errorText", [Fact(Scope.Case, "errorText")], Noon));

    [Fact]
    public void Another_persons_facts_are_nobodys_business() =>
        Assert.Null(Known.Of(Matter(), "phone", [Fact(Scope.Person, "phone", customer: Id<Customer>.New())], Noon));

    [Fact]
    public void What_was_told_under_a_claim_is_shown_and_still_asked()
    {
        var claimed = Fact(Scope.Person, "phone", verified: false);

        Assert.Null(Known.Of(Matter(), "phone", [claimed], Noon));
        Assert.Equal([claimed], Known.At(Matter(), [claimed]));
    }

    [Fact]
    public void A_clock_that_ran_ahead_makes_no_negative_age() =>
        Assert.Equal(TimeSpan.Zero, Known.Of(Matter(), "phone", [Fact(Scope.Person, "phone", at: Noon.AddMinutes(1))], Noon)?.Age);

    [Fact]
    public void The_newest_telling_that_holds_here_is_the_one_known_whatever_the_order()
    {
        var matter = Matter(Phone);
        Prop.ForAll(Facts(matter).ArrayOf().ToArbitrary(), facts =>
        {
            var known = Known.Of(matter, "k", facts, Noon)?.Fact;
            var could = facts.Where(f => f.Key == "k" && f.Verified && f.ReplacedAt is null && f.CustomerId == Person
                && (f.Scope is Scope.Person || (f.Scope is Scope.Device && f.DeviceId == Phone) || (f.Scope is Scope.Case && f.CaseId == matter.Id))).ToList();
            return could.Count == 0 ? known is null : known is not null && could.Contains(known) && could.All(f => f.At <= known.At)
                && Known.Of(matter, "k", facts.Reverse(), Noon)?.Fact.At == known.At;
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<Fact> Facts(Case matter) =>
        from scope in Gen.Elements(Scope.Person, Scope.Device, Scope.Case)
        from key in Gen.Elements("k", "other")
        from hours in Gen.Choose(-50, 0)
        from device in Gen.Elements(Phone, Laptop)
        from here in Gen.Elements(true, false)
        from verified in Gen.Elements(true, true, false)
        from replaced in Gen.Elements(true, false, false)
        from stranger in Gen.Elements(true, false, false, false)
        select Fact(scope, key, Noon.AddHours(hours), scope is Scope.Device ? device : null, here ? matter.Id : null, verified, replaced, stranger ? Id<Customer>.New() : null);

    private static Case Matter(Id<Device>? device = null) =>
        new() { Id = Id<Case>.New(), CustomerId = Person, DeskId = Desk, Language = "ja", Subject = "x", DeviceId = device };

    private static Fact Fact(
        Scope scope, string key, DateTimeOffset? at = null, Id<Device>? device = null, Id<Case>? on = null, bool verified = true, bool replaced = false, Id<Customer>? customer = null) => new()
        {
            Id = Id<Fact>.New(), CustomerId = customer ?? Person, CaseId = on ?? Id<Case>.New(), DeviceId = device, Scope = scope, Key = key, Value = "v", ByRole = Role.Customer,
            ByName = null, DeskId = Desk, At = at ?? Noon, Entry = 1, Verified = verified, ReplacedAt = replaced ? Noon : null,
        };
}
