<?xml version="1.0" encoding="UTF-8"?>
<!--
  House numbers, close by. The pages do not draw them; map servers do.
-->
<!DOCTYPE StyledLayerDescriptor [
  <!-- By day, and by night. -->
  <!ENTITY b-number "#7c756a">       <!ENTITY b-number-dark "#7f8b99">
  <!ENTITY b-number-halo "#ffffff">  <!ENTITY b-number-halo-dark "#10171e">
]>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>address</Name>
    <UserStyle>
      <Name>address</Name>
      <Title>Addresses</Title>
      <!-- House numbers -->
      <FeatureTypeStyle>
        <Rule>
          <Name>number</Name>
          <MaxScaleDenominator>6250</MaxScaleDenominator>
          <!-- Not seen: QGIS takes no style that only writes. -->
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill><CssParameter name="fill">&b-number;</CssParameter><CssParameter name="fill-opacity">0</CssParameter></Fill>
                <Stroke><CssParameter name="stroke">&b-number;</CssParameter><CssParameter name="stroke-opacity">0</CssParameter></Stroke>
              </Mark>
              <Size>2</Size>
            </Graphic>
          </PointSymbolizer>
          <TextSymbolizer>
            <Label><ogc:PropertyName>house_number</ogc:PropertyName></Label>
            <Font>
              <CssParameter name="font-family">IBM Plex Sans</CssParameter>
              <CssParameter name="font-family">DejaVu Sans</CssParameter>
              <CssParameter name="font-size">10</CssParameter>
              <CssParameter name="font-style">normal</CssParameter>
              <CssParameter name="font-weight">normal</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1</Radius>
              <Fill><CssParameter name="fill">&b-number-halo;</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            </Halo>
            <Fill><CssParameter name="fill">&b-number;</CssParameter></Fill>
            <Priority>50</Priority>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
