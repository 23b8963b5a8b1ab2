using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases;

public sealed class DevicesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Device> Phone = Id<Device>.New();
    private static readonly Id<Device> Laptop = Id<Device>.New();
    private static readonly Case Matter = New(null);

    [Fact]
    public void The_first_thing_told_is_about_a_device_that_nobody_knew() =>
        Assert.Null(Devices.TellApart(Matter, "osVersion", "17", []));

    [Theory]
    [InlineData("SN-0042 7781")]
    [InlineData("ｓｎ００４２７７８１")]
    public void The_same_serial_number_however_copied_is_the_same_device(string told) =>
        Assert.Equal(Phone, Devices.TellApart(Matter, "serialNumber", told, [About(Laptop, "serialNumber", "X"), About(Phone, "serialNumber", "SN00427781")]));

    [Fact]
    public void Another_serial_number_than_an_earlier_cases_is_another_device()
    {
        Assert.Null(Devices.TellApart(Matter, "serialNumber", "B", [About(Phone, "serialNumber", "A")]));
        Assert.Null(Devices.TellApart(New(Phone), "serialNumber", "B", [About(Phone, "serialNumber", "A")]));
    }

    [Fact]
    public void A_slip_is_corrected_on_the_case_where_it_was_made()
    {
        var here = New(Phone);

        Assert.Equal(Phone, Devices.TellApart(here, "serialNumber", "B", [About(Phone, "serialNumber", "A", here.Id)]));
    }

    [Fact]
    public void A_serial_number_told_late_belongs_to_the_device_that_the_case_speaks_of() =>
        Assert.Equal(Phone, Devices.TellApart(New(Phone), "serialNumber", "B", [About(Phone, "model", "M"), About(Laptop, "serialNumber", "A")]));

    [Fact]
    public void A_case_turns_out_to_be_about_a_device_known_from_before() =>
        Assert.Equal(Laptop, Devices.TellApart(New(Phone), "serialNumber", "A", [About(Phone, "model", "M"), About(Laptop, "serialNumber", "A")]));

    [Fact]
    public void Without_a_serial_number_the_model_decides()
    {
        Fact[] known = [About(Phone, "model", "P-1"), About(Laptop, "model", "L-1")];

        Assert.Equal(Laptop, Devices.TellApart(Matter, "model", "l 1", known));
        Assert.Null(Devices.TellApart(Matter, "model", "Z-9", known));
    }

    [Fact]
    public void Who_has_one_device_speaks_of_that_one()
    {
        Assert.Equal(Phone, Devices.TellApart(Matter, "osVersion", "17", [About(Phone, "serialNumber", "A")]));
        Assert.Equal(Phone, Devices.TellApart(Matter, "model", "P-1", [About(Phone, "serialNumber", "A")]));
        Assert.Null(Devices.TellApart(Matter, "osVersion", "17", [About(Phone, "serialNumber", "A"), About(Laptop, "serialNumber", "B")]));
    }

    private static Case New(Id<Device>? device) =>
        new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Id<Desk>.New(), Language = "ja", Subject = "x", DeviceId = device };

    private static Fact About(Id<Device> device, string key, string value, Id<Case>? on = null) => new()
    {
        Id = Id<Fact>.New(), CustomerId = Id<Customer>.New(), CaseId = on ?? Id<Case>.New(), DeviceId = device, Scope = Scope.Device, Key = key, Value = value,
        ByRole = Role.Customer, ByName = null, DeskId = Id<Desk>.New(), At = Noon, Entry = 1, Verified = true,
    };
}
